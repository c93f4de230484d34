import { describeConvergence } from "./convergence";

describeConvergence("as a file", { asCommand: false });
describeConvergence("at a prompt", { asCommand: true });
describeConvergence("at a Thai prompt", { asCommand: true, culture: "th-TH" });
describeConvergence("as a file in Turkey", { asCommand: false, culture: "tr-TR" });
describeConvergence("at a German prompt", { asCommand: true, culture: "de-DE" });

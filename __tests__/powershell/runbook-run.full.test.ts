import { describeConvergence } from "./convergence";

describeConvergence("at a prompt", { asCommand: true });
describeConvergence("as a file in Turkey", { asCommand: false, culture: "tr-TR" });
describeConvergence("at a German prompt", { asCommand: true, culture: "de-DE" });

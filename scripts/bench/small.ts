import { join } from "node:path";
import { measure, runOnce, Subject } from "./measure";
import { checkRunbook, checkSame, inputsOf, terraformOf, writeInputs } from "./output";
import { cost, ratio } from "./text";
import { Workshop } from "./workshop";

/** The deployment of main.ts, against the same Terraform written by hand. */
export function synthesisReport(workshop: Workshop): string[] {
  const ours = library(workshop, "main", ["fabrikam.com", "wingtip.com"]);
  runOnce(workshop, ours); // its Terraform is what the bare app must write too
  const bare = bareOf(workshop, "bare");
  const [main, base] = measure(workshop, [ours, bare]);
  if (main === undefined || base === undefined) return [];
  return [
    `${ratio(main.cpuMs, base.cpuMs)} synthesis of main.ts / bare cdktf app with the same Terraform`,
    `       ${cost(main)} / ${cost(base)}`,
  ];
}

/** Loading the package, against loading cdktf, which it loads too. */
export function requireReport(workshop: Workshop): string[] {
  const check = (): void => undefined; // the programs say by exit code whether they got what they asked for
  const subjects = ["require-package", "require-cdktf"].map(
    (name): Subject => ({ name, program: workshop.program(name), check }),
  );
  const [ours, cdktf] = measure(workshop, subjects);
  if (ours === undefined || cdktf === undefined) return [];
  return [
    `${ratio(ours.cpuMs, cdktf.cpuMs)} require of the package / require of cdktf alone`,
    `       ${cost(ours)} / ${cost(cdktf)}`,
  ];
}

export function library(workshop: Workshop, name: string, partners: readonly string[]): Subject {
  const check = (outdir: string): void => {
    checkRunbook(outdir, partners);
  };
  return { name, program: workshop.program(name), check };
}

/** The bare app that writes exactly the Terraform of the last run. */
export function bareOf(workshop: Workshop, name: string): Subject {
  const out = join(workshop.folder, "out");
  const expected = terraformOf(out);
  const inputs = writeInputs(join(workshop.folder, `${name}.json`), inputsOf(out));
  const check = (outdir: string): void => {
    checkSame(outdir, expected);
  };
  return { name, program: workshop.program("bare"), inputs, check };
}

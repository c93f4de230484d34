import { growthReport, PARTNER_COUNTS } from "./growth";
import { requireReport, synthesisReport } from "./small";
import { closeWorkshop, openWorkshop, Workshop } from "./workshop";

/**
 * What the library costs, always against something named. Ratios first: they hold on another machine, milliseconds do not.
 * It judges nothing and fails only when a run fails or does not write what it should.
 */
const SECTIONS: readonly (readonly [string, (workshop: Workshop) => string[]])[] = [
  ["Synthesis", synthesisReport],
  ["Loading", requireReport],
  ["Growth", growthReport],
];

function report(): void {
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  say("CPU time (user and system) and peak memory of whole processes, compiled; medians of 5 alternating runs.");
  const workshop = openWorkshop(PARTNER_COUNTS);
  try {
    for (const [title, section] of SECTIONS) [`\n${title}`, ...section(workshop)].forEach(say);
  } finally {
    closeWorkshop(workshop);
  }
}

report();

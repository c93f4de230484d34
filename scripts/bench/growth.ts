import { join } from "node:path";
import { Cost, measure, runOnce, Subject } from "./measure";
import { checkInputs, Inputs, inputsOf, writeInputs } from "./output";
import { bareOf, library } from "./small";
import { cost, kilobytes, ratio } from "./text";
import { partner, Workshop } from "./workshop";

export const PARTNER_COUNTS = [100, 1000, 4000] as const;

interface Size {
  readonly count: number;
  readonly ours: Cost;
  /** One terraform_data for each entry of each side. */
  readonly entries: Cost;
  /** The same Terraform as ours. */
  readonly same: Cost;
}

/** How cost grows with the partners of a policy: each of them is an entry of two lists. */
export function growthReport(workshop: Workshop): string[] {
  const sizes = PARTNER_COUNTS.map((count) => sizeOf(workshop, count));
  const last = sizes.slice(-2);
  return [...sizes.flatMap(sizeLines), ...growthLines(last[0], last[1])];
}

function sizeOf(workshop: Workshop, count: number): Size {
  const partners = Array.from({ length: count }, (_, index) => partner(index));
  const subject = library(workshop, `main-${count}`, partners);
  runOnce(workshop, subject);
  const same = bareOf(workshop, `same-${count}`);
  const entries = entriesOf(workshop, partners);
  const [ours, each, base] = measure(workshop, [subject, entries, same]);
  if (ours === undefined || each === undefined || base === undefined) throw new Error("nothing was measured");
  return { count, ours, entries: each, same: base };
}

/** The bare app with an object for every entry, as the library's plan holds them up to 200 entries. */
function entriesOf(workshop: Workshop, partners: readonly string[]): Subject {
  const known = inputsOf(join(workshop.folder, "out"));
  const inputs: Inputs = { ...known, ...entryInputs("edge", partners), ...entryInputs("tenant", partners) };
  const name = `entries-${partners.length}`;
  const check = (outdir: string): void => {
    checkInputs(outdir, inputs);
  };
  const path = writeInputs(join(workshop.folder, `${name}.json`), inputs);
  return { name, program: workshop.program("bare"), inputs: path, check };
}

function entryInputs(side: "edge" | "tenant", partners: readonly string[]): Inputs {
  const noun = side === "edge" ? "CsAllowedDomain" : "CsTenantFederationConfiguration.AllowedDomains";
  const script = `20-federate/domain-lists.${side}.ps1`;
  const named = partners.map((identity): [string, unknown] => [
    `declared_${noun}_${identity}`.replace(/\./g, "_"),
    { noun, identity, settings: {}, script, run: "not run" },
  ]);
  return Object.fromEntries(named);
}

function sizeLines({ count, ours, entries, same }: Size): string[] {
  const each = `bare app with ${2 * count} terraform_data, one for each entry of each side`;
  const lines = [
    `${ratio(ours.cpuMs, entries.cpuMs)} ${count} partners / ${each}`,
    `       ${cost(ours)}, ${kilobytes(ours.bytes)} / ${cost(entries)}, ${kilobytes(entries.bytes)}`,
  ];
  if (count <= 200) return lines; // the library's plan holds the entries itself: the two bare apps are one
  const summary = "bare app with the same Terraform, one line a list (ListMirror.SUMMARY) and no entries";
  return [
    ...lines,
    `${ratio(ours.cpuMs, same.cpuMs)} ${count} partners / ${summary}`,
    `       ${cost(ours)}, ${kilobytes(ours.bytes)} / ${cost(same)}, ${kilobytes(same.bytes)}`,
  ];
}

function growthLines(less: Size | undefined, more: Size | undefined): string[] {
  if (less === undefined || more === undefined) return [];
  const label = `${more.count} partners / ${less.count} partners`;
  // What the partners cost: the same Terraform without them is what the process costs anyway.
  const added = (size: Size, of: "ours" | "entries"): number => size[of].cpuMs - size.same.cpuMs;
  return [
    `${ratio(more.ours.cpuMs, less.ours.cpuMs)} ${label}, library, whole process (linear: at most x4.00)`,
    `${ratio(more.entries.cpuMs, less.entries.cpuMs)} ${label}, bare app with the entries, whole process`,
    `${ratio(added(more, "ours"), added(less, "ours"))} ${label}, library, less the bare app without entries (linear: x4.00)`,
    `${ratio(added(more, "entries"), added(less, "entries"))} ${label}, bare app with the entries, less the same`,
  ];
}

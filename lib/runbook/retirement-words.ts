import { DeployedObject, DeployedStep } from "./baseline";

/** How many names one sentence holds. */
const SHOWN = 20;

/** What a person has to know to take back by hand what no script can: whose it is, what came from us, what was there before. */
export function handWords(of: DeployedStep, adopter: string | undefined, wayBack?: string): string[] {
  return [
    `${of.id} was applied on ${of.host} and is no longer declared.`,
    ...(adopter === undefined ? [] : [adopterWords(of, adopter)]),
    ...of.objects.flatMap(beforeWords),
    ...addedWords(of),
    wayBack === undefined
      ? "Decide what has to be taken back, and do it."
      : `How such a step is taken back: ${wayBack}. Decide what of that has to be done here, and do it.`,
  ];
}

function adopterWords(of: DeployedStep, adopter: string): string {
  const names = of.objects.map((object) => object.foundAs ?? object.identity).join(", ");
  return (
    `${adopter} is declared now, and the run may have adopted ${names} for it: if no object named ${adopter} exists beside ` +
    `it, they are one, and nothing may be removed.`
  );
}

function beforeWords(object: DeployedObject): string[] {
  if (object.createdByUs === "yes") return [];
  const values = object.before.map(({ name, value }) => `${name} = ${shown(value)}`);
  return values.length === 0
    ? []
    : [`Before the first run ${object.noun} ${object.identity} had ${values.join("; ")}.`];
}

function addedWords(of: DeployedStep): string[] {
  const nouns = [...new Set(of.objects.map((object) => object.noun))];
  return nouns.flatMap((noun) => {
    const ours = of.objects.filter((object) => object.noun === noun && object.createdByUs === "yes");
    return ours.length === 0 ? [] : [`This runbook added to ${noun}: ${names(ours.map((object) => object.identity))}.`];
  });
}

/** A captured list says its model and its entries; everything else is printed as data. */
function shown(value: unknown): string {
  if (typeof value !== "object" || value === null || !("model" in value) || !("entries" in value)) {
    return JSON.stringify(value);
  }
  const entries = Array.isArray(value.entries) ? value.entries.map(String) : [];
  if (value.model === "Open") return "everybody (open)";
  return entries.length === 0 ? "nobody (an empty list)" : `named domains only (closed): ${names(entries)}`;
}

function names(of: readonly string[]): string {
  const rest = of.length - SHOWN;
  return `${of.slice(0, SHOWN).join(", ")}${rest > 0 ? ` and ${rest} more, see the baseline` : ""}`;
}

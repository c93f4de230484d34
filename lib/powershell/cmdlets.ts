import { kindOf } from "../onprem/catalog";
import { KindRow } from "../onprem/catalog/kind";
import { Step } from "../onprem/step";
import { sortedSet } from "../values/text-order";

const VERBS = ["Get", "New", "Set", "Remove"] as const;
type Verb = (typeof VERBS)[number];

/** Names of all cmdlets that the scripts of these steps may call, without their modules. */
export function cmdletsOf(steps: readonly Step[]): string[] {
  return sortedSet(steps.map((step) => kindOf(step.kind)).flatMap(cmdletsOfRow));
}

function cmdletsOfRow(row: KindRow): readonly string[] {
  if (row.functions !== undefined) return row.functions.cmdlets;
  const { transition, then, people } = row;
  const nouns = [row.noun, ...row.members.map(({ noun }) => noun)].filter((noun) => noun !== "");
  const states = Object.values(transition?.states ?? {});
  const calls = [then, transition?.read, ...states.flatMap(({ question, verb }) => [question, verb])];
  return [
    ...nouns.flatMap((noun) => VERBS.filter((verb) => isCalled(row, verb)).map((verb) => `${verb}-${noun}`)),
    ...calls.flatMap((call) => (call === undefined ? [] : [call.cmdlet])),
    ...(people === undefined ? [] : [people.read, people.write]),
  ];
}

function isCalled({ createdByHand, neverChanged }: KindRow, verb: Verb): boolean {
  if (verb === "Set") return neverChanged !== true;
  return verb === "Get" || createdByHand !== true;
}

import { KindRow, PeopleRow } from "../onprem/catalog/kind";
import { peopleOf } from "../onprem/people-state";
import { PsValue, Step } from "../onprem/step";
import { qualified } from "./calls";
import { literal } from "./literal";
import { array, hashtable, Lines } from "./script-lines";

type Entry = readonly [string, Lines];

/** What the script of a step about people holds: who they are, what each gets, and the two calls. */
export function peopleEntries(step: Step, row: PeopleRow): Entry[] {
  const read = `${qualified(step.module, row.read)} -Identity $person -ErrorAction Stop`;
  const write = `${qualified(step.module, row.write)} -Identity $person -${row.writeAs} $value`;
  return [
    ["Desired", hashtable([[row.property, [literal(declaredValue(step, row))]]])],
    ["People", array(peopleOf(step).map((address) => [literal(`sip:${address}`)]))],
    ["Read", [`{ param($person) ${read} }`]],
    ["Apply", [`{ param($person, $value) ${write} -Confirm:$false -ErrorAction Stop }`]],
  ];
}

/** The call for one person, for the reader of RUNBOOK.md. */
export function peopleCallText(step: Step, row: PeopleRow): string {
  const call = qualified(step.module, row.write);
  return `${call} -Identity 'sip:<person>' -${row.writeAs} ${literal(declaredValue(step, row))}`;
}

/** What the runtime has to know of a kind that is about people. */
export function peopleFacts({ people, properties }: KindRow): Entry[] {
  if (people === undefined) return [];
  const { property, needs, whenEmpty } = people;
  return [
    ["StateProperty", [literal(property)]],
    ["StateCompare", [literal(properties[property]?.compare ?? "exact")]],
    ...(whenEmpty === undefined ? [] : [["WhenEmpty", [literal(whenEmpty)]] as const]),
    ...(needs === undefined ? [] : [["NeedsProperty", [literal(needs.property)]] as const]),
    ...(needs === undefined ? [] : [["NeedsWords", [literal(needs.words)]] as const]),
  ];
}

function declaredValue(step: Step, { property }: PeopleRow): PsValue {
  return step.objects[0]?.properties[property] ?? "";
}

import { KindRow, StateRow, TransitionRow } from "../onprem/catalog/kind";
import { Step } from "../onprem/step";
import { fixedCall, guardCall } from "./calls";
import { literal } from "./literal";
import { array, hashtable, Lines } from "./script-lines";

type Entry = readonly [string, Lines];

/** What the script of a transition holds: how its state is read, made and, for undo, made again as it was. */
export function transitionEntries(step: Step, row: KindRow): Entry[] {
  const { transition } = row;
  const to = declaredName(step, row);
  const state = transition?.states[to];
  if (transition === undefined || state === undefined) return [];
  return [
    ["Desired", ["$desired"]],
    ...reading(step, transition),
    ["Beyond", array(state.beyond.map((name) => [literal(name)]))],
    ...making(step, state),
    ["Back", hashtable(earlier(step, transition, to))],
  ];
}

/** The calls of a transition, for the reader of RUNBOOK.md. */
export function declaredVerb(step: Step, row: KindRow): StateRow["verb"] | undefined {
  return row.transition?.states[declaredName(step, row)]?.verb;
}

function declaredName(step: Step, row: KindRow): string {
  const own = step.objects.find((object) => object.noun === row.noun);
  const state = own?.properties[row.transition?.stateProperty ?? ""];
  return typeof state === "string" ? state : "";
}

function reading(step: Step, transition: TransitionRow): Entry[] {
  if (transition.read !== undefined) return [["Read", [fixedCall(step.module, transition.read, step.identity)]]];
  const questions = Object.entries(transition.states).flatMap(([name, { question }]): Entry[] =>
    question === undefined ? [] : [[name, [fixedCall(step.module, question, step.identity)]]],
  );
  return [["Questions", hashtable(questions)]];
}

function making(step: Step, state: StateRow): Entry[] {
  const apply: Entry = ["Apply", [fixedCall(step.module, state.verb, step.identity)]];
  if (state.guard === undefined) return [apply];
  return [apply, ["Guard", [guardCall(step.module, state.guard, step.identity)]]];
}

/** Which state was there before is known at run time only, so each that may come back has its call. */
function earlier(step: Step, { states }: TransitionRow, to: string): Entry[] {
  return Object.entries(states)
    .filter(([name, state]) => name !== to && state.returns)
    .map(([name, state]) => [name, hashtable(making(step, state))]);
}

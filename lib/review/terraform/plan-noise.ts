import { byText } from "../../values/text-order";
import { shortList } from "../value-changes";
import { Plan, PlannedCheck, PlannedResource } from "./plan";

/** How much of a message one line shows. */
const LONGEST_MESSAGE = 300;

/** What a plan says beside the changes, a line each. */
export function planNoise({ resources, drift, outputs, checks, isComplete }: Plan): string[] {
  const reads = resources.filter(({ change }) => change.actions.join() === "read").map(({ address }) => address);
  const outside = drift.filter(isOutside).map(driftText).sort(byText);
  const changedOutputs = Object.entries(outputs).filter(([, { actions }]) => actions.join() !== "no-op");
  const names = changedOutputs.map(([name]) => name).sort(byText);
  return [
    ...(isComplete ? [] : ["this plan is not complete: after its apply another plan has more to do"]),
    ...(outside.length === 0 ? [] : [`changed outside of Terraform: ${shortList(outside, 5)}`]),
    ...(reads.length === 0 ? [] : [`data sources read during apply: ${shortList(reads.sort(byText), 5)}`]),
    ...(names.length === 0 ? [] : [`outputs that differ: ${shortList(names, 5)}; nothing is done by them`]),
    ...[...checks].sort((left, right) => byText(nameOf(left), nameOf(right))).flatMap(checkText),
  ];
}

/** A resource that only has another address now was not touched by anybody. */
function isOutside({ change }: PlannedResource): boolean {
  return change.actions.join() !== "no-op";
}

function driftText({ address, change }: PlannedResource): string {
  return change.actions.includes("delete") ? `${address} (it is gone)` : address;
}

function nameOf(check: PlannedCheck): string {
  return check.address.to_display;
}

function checkText(check: PlannedCheck): string[] {
  const messages = (check.instances ?? []).flatMap(({ problems = [] }) =>
    problems.map(({ message }) => oneLine(message)),
  );
  const told = messages.length === 0 ? "" : `: ${shortList(messages, 3)}`;
  switch (check.status) {
    case "pass":
      return [];
    case "unknown":
      return [`${nameOf(check)} cannot be told before the apply${told}`];
    default:
      return [`${nameOf(check)} ${check.status === "fail" ? "fails" : `ends with ${oneLine(check.status)}`}${told}`];
  }
}

function oneLine(message: string): string {
  const line = message.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}...` : line;
}

import { Manifest } from "../runbook/manifest";
import { STEP_STATES, StepState, StepStatus } from "../runbook/step-status";
import { wrapped } from "../runbook/terminal-text";
import { counted } from "../values/counted";

const LABELS: Readonly<Record<StepState, string>> = {
  "as declared": "done as declared",
  "other settings": "done, but with other settings",
  "not done": "not done",
  "no longer declared": "done, and no longer declared",
  released: "released",
};

const MARGIN = 2 + Math.max(...Object.values(LABELS).map((label) => label.length)) + 2;

/** What the baseline says of every step, for a terminal; the counts stand first. */
export function statusText(manifest: Manifest, statuses: readonly StepStatus[]): string {
  const lines = [
    ...wrapped(`${manifest.stack}: ${countText(statuses)}.`, "", ""),
    ...(statuses.length === 0 ? [] : ["", ...statuses.flatMap(statusLines)]),
    ...note(manifest, statuses),
  ];
  return `${lines.join("\n")}\n`;
}

function countText(statuses: readonly StepStatus[]): string {
  const parts = STEP_STATES.flatMap((state) => {
    const count = statuses.filter((status) => status.state === state).length;
    return count === 0 ? [] : [`${count} ${LABELS[state].replace(/,/g, "")}`];
  });
  const open = statuses.filter((status) => status.open).length;
  return `${[counted(statuses.length, "step"), ...parts].join(", ")}; ${open === 0 ? "nothing is open" : `${open} open`}`;
}

function statusLines({ id, state, details }: StepStatus): string[] {
  const margin = " ".repeat(MARGIN);
  return [
    ...wrapped(id, `  ${LABELS[state]}`.padEnd(MARGIN), margin),
    ...details.flatMap((detail) => wrapped(detail, margin, `${margin}  `)),
  ];
}

/** A baseline keeps digests of settings. What it does not keep must not look as if it had been compared. */
function note({ steps }: Manifest, statuses: readonly StepStatus[]): string[] {
  const manual = new Set(steps.filter(({ shape }) => shape === "manual").map(({ id }) => id));
  const signed = statuses.some(({ id, state }) => state === "as declared" && manual.has(id));
  if (!signed) return [];
  return [
    "",
    ...wrapped("Of steps by hand the baseline keeps no words: whether the signed ones changed, a run says.", "", ""),
  ];
}

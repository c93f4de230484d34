import { code, plain, table } from "../runbook/markdown";
import { WIDTH, wrapped } from "../runbook/terminal-text";
import { counted } from "../values/counted";
import { shortDigest } from "../values/sha256";
import { sortedSet } from "../values/text-order";
import { MergedPlan, PlanRow } from "./merged-plan";
import { shortList } from "./value-changes";

const MARGIN = " ".repeat(9);
/** How many reasons one row shows. */
const SHOWN = 3;

/** The plan for a terminal: one block a row, in the order in which it is done. */
export function mergedPlanText(plan: MergedPlan, width = WIDTH): string {
  const lines = [
    ...wrapped(headline(plan), "", "  ", width),
    ...plan.rows.flatMap((row, index) => [
      ...wrapped(`${index + 1}. ${row.what}`, row.risk.toUpperCase().padEnd(9), `${MARGIN}   `, width),
      ...wrapped(
        `${row.actor} (${row.where}); people: ${row.people}; undo: ${row.undo}`,
        `${MARGIN}   `,
        `${MARGIN}   `,
        width,
      ),
      ...wrapped(`${row.by}: ${because(row)}`, `${MARGIN}   `, `${MARGIN}   `, width),
    ]),
    ...footer(plan).flatMap((line) => wrapped(line, "", "  ", width)),
  ];
  return `${lines.join("\n")}\n`;
}

/** The same for a forge. */
export function mergedPlanMarkdown(plan: MergedPlan): string {
  const rows = plan.rows.map((row, index) => [
    String(index + 1),
    row.risk.toUpperCase(),
    plain(row.what),
    plain(`${row.actor} (${row.where})`),
    plain(row.people),
    row.undo,
    code(row.by),
  ]);
  const lines = [
    `### ${plain(headline(plan))}`,
    "",
    ...(rows.length === 0 ? [] : [...table(["#", "Risk", "What", "Who", "People", "Undo", "By"], rows), ""]),
    ...footer(plan).flatMap((line) => [plain(line), ""]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function headline({ stack, rows, risk, digest, done }: MergedPlan): string {
  const doneText = `${counted(done, "step is done", "steps are done")} as declared`;
  if (rows.length === 0) return `${stack}: nothing is left to do; ${doneText}.`;
  const actors = sortedSet(rows.map(({ actor }) => actor)).filter((actor) => actor !== "nobody");
  const left = counted(rows.length, "thing is left to do", "things are left to do");
  return `${stack}: ${left} by ${actors.join(", ")}; ${risk.toUpperCase()} risk at worst; ${doneText}. Digest ${shortDigest(digest)}.`;
}

function because({ because: reasons }: PlanRow): string {
  return shortList(reasons, SHOWN);
}

function footer({ pending, noise }: MergedPlan): string[] {
  return [...pending.map((text) => `Not in the runbook yet: ${text}`), ...noise.map((line) => `Terraform: ${line}.`)];
}

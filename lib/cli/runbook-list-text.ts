import { shellFacts } from "../onprem/shell";
import { Manifest } from "../runbook/manifest";
import { wrapped } from "../runbook/terminal-text";
import { shortDigest } from "../values/sha256";
import { ListedSession } from "./listed-session";
import { counted } from "../values/counted";

const MARGIN = 11;

/** The sessions of a runbook for a terminal: who sits down where, and what is made true there. */
export function listText({ stack, digest }: Manifest, sessions: readonly ListedSession[]): string {
  const steps = sessions.reduce((sum, session) => sum + session.steps.length, 0);
  const head = `${stack}: ${counted(steps, "step")} in ${counted(sessions.length, "session")}. Digest ${shortDigest(digest)}.`;
  return `${[...wrapped(head, "", ""), ...sessions.flatMap(sessionLines)].join("\n")}\n`;
}

function sessionLines({ number, host, roles, steps }: ListedSession): string[] {
  const [first] = steps;
  if (first === undefined) return [];
  const { title, actor } = shellFacts(first.shell, first.module);
  const as = roles.length === 0 ? "" : `, as ${roles.join(", ")}`;
  return [
    "",
    ...wrapped(`Session ${number}: ${title}, ${host}`, "", "  "),
    ...wrapped(`Who: ${actor}${as}`, "  ", "    "),
    ...steps.flatMap(({ id, title: sentence, risk }) => [
      ...wrapped(id, `  ${risk.level.padEnd(MARGIN - 2)}`, " ".repeat(MARGIN)),
      ...wrapped(sentence, " ".repeat(MARGIN), " ".repeat(MARGIN)),
    ]),
  ];
}

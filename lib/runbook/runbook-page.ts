import { TenantFact } from "../model/deployment-model";
import { Finding } from "../rules/finding";
import { connectCall } from "../onprem/connect-call";
import { openingLines, shellFacts } from "../onprem/shell";
import { Step } from "../onprem/step";
import { stepScriptPath } from "../powershell/step-script";
import { shortDigest } from "../values/sha256";
import { FeatureReport } from "../features/feature-report";
import { callText } from "./call-text";
import { featuresSection } from "./features-section";
import { code, plain, powershellBlock, table } from "./markdown";
import { parameterSection } from "./parameter-section";
import { ReleasedStep } from "./release";
import { endPage, startPage } from "./runbook-instructions";
import { Session } from "./session";
import { connectText, unattended } from "./unattended-session";

export interface RunbookPageProps {
  readonly stack: string;
  readonly digest: string;
  readonly sessions: readonly Session[];
  readonly findings: readonly Finding[];
  readonly released: readonly ReleasedStep[];
  /** Its cloud and its sign-ins decide how the shells of the cloud are opened. */
  readonly tenant: TenantFact | undefined;
  readonly features: FeatureReport;
}

/** RUNBOOK.md: everything an engineer needs who knows PowerShell and not TypeScript. */
export function runbookPage(props: RunbookPageProps): string {
  const lines = [
    `# Runbook: ${plain(props.stack)}`,
    "",
    `Digest ${code(shortDigest(props.digest))} (full: ${code(props.digest)}). It stands for every byte the server runs; approve this and nothing else.`,
    "",
    ...overview(props.sessions),
    "",
    ...featuresSection(props.features),
    ...findings(props.findings),
    ...released(props.released),
    ...startPage(),
    ...parameterSection(
      props.sessions.flatMap(({ steps }) => steps),
      props.stack,
      props.tenant,
    ),
    ...props.sessions.flatMap((session) => sessionPage(session, props)),
    ...endPage(props.stack),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function overview(sessions: readonly Session[]): string[] {
  const steps = sessions.flatMap((session) => session.steps.map((step) => ({ session, step })));
  const rows = steps.map(({ session, step }, index) => [
    String(index + 1),
    plain(step.title),
    `${session.number}`,
    step.risk.level,
    step.undo.possible,
    people(step),
  ]);
  return [
    "## The plan on a page",
    "",
    `${count(steps.length, "step")} in ${count(sessions.length, "session")}, ${count(Math.max(0, sessions.length - 1), "hand-over")} between people.`,
    "",
    ...table(["#", "What will be true", "Session", "Risk", "Undo", "People"], rows),
  ];
}

function findings(of: readonly Finding[]): string[] {
  if (of.length === 0) return [];
  const rows = of.map((finding) => [
    finding.rule,
    finding.severity,
    plain(finding.message),
    finding.accepted === null
      ? plain(finding.fix)
      : plain(`accepted until ${finding.accepted.until}: ${finding.accepted.reason}`),
  ]);
  return ["## Findings", "", ...table(["Rule", "Level", "What", "What to do"], rows), ""];
}

function released(of: readonly ReleasedStep[]): string[] {
  if (of.length === 0) return [];
  const rows = of.map(({ id, reason }) => [code(id), plain(reason)]);
  return [
    "## Released",
    "",
    "Applied earlier and no longer managed: it stays as it is, and nothing takes it back.",
    "",
    ...table(["Step", "Why"], rows),
    "",
  ];
}

function sessionPage(session: Session, props: RunbookPageProps): string[] {
  const facts = shellFacts(session.shell, session.steps[0]?.module);
  const commands = session.steps.some((step) => step.shape !== "manual")
    ? [...opening(session, props.tenant), ...sessionCommands(session.shell, props.digest)]
    : [];
  return [
    `## Session ${session.number}: ${facts.title}`,
    "",
    `Who: ${facts.actor}. Where: ${code(session.host)}.`,
    "",
    ...commands,
    ...session.steps.flatMap((step) => stepSection(step, props.digest)),
  ];
}

function opening(session: Session, tenant: TenantFact | undefined): string[] {
  const call = connectCall(session.shell, tenant);
  const lines = openingLines(session.shell, tenant?.cloud ?? "commercial").map((line) =>
    call !== undefined && line.split(" ")[0] === call.cmdlet ? connectText(call) : line,
  );
  if (lines.length === 0) return [];
  const modules = session.steps[0]?.needs.modules ?? [];
  const needs = modules.map(({ name, minimum }) => (minimum === undefined ? name : `${name} ${minimum} or newer`));
  return [
    `Sign in first (${plain(needs.join(", "))}), and see that it is ${code(session.host)}:`,
    "",
    ...powershellBlock(lines),
    "",
    ...unattended(session.shell, call),
  ];
}

function sessionCommands(shell: string, digest: string): string[] {
  return [
    "First look, nothing is written:",
    "",
    ...powershellBlock([`.\\Invoke-Runbook.ps1 -Shell ${shell}`]),
    "",
    "Then do it:",
    "",
    ...powershellBlock([
      `.\\Invoke-Runbook.ps1 -Shell ${shell} -State <state folder> -Apply -Approved ${shortDigest(digest)}`,
    ]),
    "",
  ];
}

function stepSection(step: Step, digest: string): string[] {
  const calls = callText(step);
  const body = step.shape === "manual" ? manualBody(step, digest) : powershellBlock(calls);
  return [
    `### ${plain(step.title)}`,
    "",
    `${code(step.id)} (${code(stepScriptPath(step))})`,
    "",
    ...body,
    "",
    ...facts(step),
    "",
  ];
}

function manualBody(step: Step, digest: string): string[] {
  return [
    ...step.words.map((sentence, index) => `${index + 1}. ${plain(sentence)}`),
    "",
    "When it is so, sign:",
    "",
    ...powershellBlock([
      `.\\Invoke-Runbook.ps1 -SignOff ${step.id} -By "<your name>" -Note "<what you saw>" -State <state folder> -Approved ${shortDigest(digest)}`,
    ]),
  ];
}

function facts(step: Step): string[] {
  const entries: (readonly [string, string])[] = [
    ["Risk", `${step.risk.level}: ${step.risk.reason}`],
    ["People", people(step)],
    ["Role", step.role],
    ["After", step.after.join(", ")],
    ["Check", step.verification],
    ["Undo", `${step.undo.possible}: ${step.undo.how}`],
    ["Outage", step.outage],
    ["Waits", step.waits],
    ["Approval", step.approval],
    ["Not confirmed by any document", step.unverified.join("; ")],
  ];
  return entries.filter(([, text]) => text !== "").map(([name, text]) => `- ${name}: ${plain(text)}`);
}

function people(step: Step): string {
  return step.users.total === undefined ? "not declared" : String(step.users.total);
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

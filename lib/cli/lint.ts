import { readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { azureFormat } from "../review/findings/azure-format";
import { findingLines } from "../review/findings/finding-lines";
import { githubFormat } from "../review/findings/github-format";
import { jsonFormat } from "../review/findings/json-format";
import { junitFormat } from "../review/findings/junit-format";
import { FailOn, FindingsReport, report, StackFindings } from "../review/findings/report";
import { sarifFormat } from "../review/findings/sarif-format";
import { textFormat } from "../review/findings/text-format";
import { findingsAt } from "./findings-files";
import { packageVersion } from "./package-version";
import { Exit, Terminal } from "./terminal";
import { dayOf } from "./today";

export type FindingFormat = "text" | "json" | "sarif" | "junit" | "github" | "azure";

export interface LintOptions {
  readonly format: FindingFormat;
  readonly failOn: FailOn;
  /**
   * Day on which acceptances are judged, as YYYY-MM-DD.
   * @default - today, in UTC
   */
  readonly today?: string;
}

const RENDER: Readonly<Record<FindingFormat, (of: FindingsReport) => string>> = {
  text: textFormat,
  json: jsonFormat,
  sarif: (of) => sarifFormat(of, packageVersion()),
  junit: junitFormat,
  github: githubFormat,
  azure: azureFormat,
};

/**
 * Tells what the rules found at synthesis. Paths in the output are relative to the working directory.
 *
 * @throws when the path holds no runbook, or the day is none
 */
export function lint(path: string, options: LintOptions, terminal: Terminal, workingDirectory = process.cwd()): Exit {
  const { failOn, format } = options;
  const today = dayOf(options.today);
  const told = report(read(path, workingDirectory), { failOn, today });
  terminal.data(RENDER[format](told));
  const failing = told.findings.filter(({ fails }) => fails).length;
  if (failing === 0) return Exit.FINE;
  terminal.note(
    `Findings that fail this run: ${failing} (--fail-on ${failOn}). Fix them, or acknowledge them in code.\n`,
  );
  return Exit.FINDINGS;
}

function read(path: string, workingDirectory: string): StackFindings[] {
  return findingsAt(path).map(({ stack, file, findings }) => ({
    stack,
    file: relative(workingDirectory, resolve(workingDirectory, file)).split(sep).join("/"),
    findings,
    lines: findingLines(readFileSync(file, "utf8")),
  }));
}

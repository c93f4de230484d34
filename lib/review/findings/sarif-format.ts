import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { visible } from "../../runbook/markdown";
import { sha256 } from "../../values/sha256";
import { printedJson } from "../../runbook/log-line";
import { acceptanceWords, FindingsReport, ReportedFinding } from "./report";
import { LEVEL, ruleIds, sarifRule } from "./sarif-rules";
import { sarifText } from "./sarif-text";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** SARIF 2.1.0, for code scanning. `version` is that of the tool. */
export function sarifFormat(report: FindingsReport, version: string): string {
  const ids = ruleIds(report);
  const prints = fingerprints(report.findings);
  const results = report.findings.map((finding, index) => result(finding, ids, prints[index] ?? ""));
  const driver = { name: "cdktf-lync-hybrid", version, rules: ids.map(sarifRule) };
  return printedJson({ $schema: SCHEMA, version: "2.1.0", runs: [{ tool: { driver }, results }] });
}

function result(finding: ReportedFinding, ids: readonly string[], fingerprint: string): object {
  const { severity, message, fix, source, file, line, accepted } = finding;
  const rule = visible(finding.rule);
  const said = `${message} Fix: ${fix}${accepted === null ? ` ${acceptanceWords(finding)}`.trimEnd() : ""}`;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: LEVEL[severity],
    message: { text: sarifText(said) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } },
        logicalLocations: [{ fullyQualifiedName: sarifText(source) }],
      },
    ],
    // The second is the name under which GitHub looks for it.
    partialFingerprints: { "ruleSubjectStack/v1": fingerprint, primaryLocationLineHash: fingerprint },
    // An empty list says that nobody accepted it; where one result has a list, all must.
    suppressions: accepted === null ? [] : [{ kind: "external", justification: sarifText(acceptanceWords(finding)) }],
  };
}

/** Whatever moves in the file, a finding stays the same one. Of several about one subject, each has a number. */
function fingerprints(findings: readonly ReportedFinding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, subject, stack }) => {
    const print = sha256(JSON.stringify([rule, subject, stack]));
    const count = (seen.get(print) ?? 0) + 1;
    seen.set(print, count);
    return `${print}:${count}`;
  });
}

/** A path that leaves the drive of the working directory cannot be relative. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  // Half a surrogate pair has no UTF-8, and so no code in an address.
  const parts = file.split("/").map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, "\ufffd")));
  return parts.join("/");
}

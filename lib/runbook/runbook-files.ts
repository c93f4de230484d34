import { FeatureReport } from "../features/feature-report";
import { TenantFact } from "../model/deployment-model";
import { kindOf } from "../onprem/catalog";
import { Step } from "../onprem/step";
import { catalogueFile } from "../powershell/catalogue-file";
import { operationFiles, OPERATIONS_FILE, operationsFile } from "../powershell/operations-file";
import { controllerFile, runtimeFile } from "../powershell/runtime-file";
import { stepScript, stepScriptPath } from "../powershell/step-script";
import { checksumsFile, RunbookFile, runbookDigest } from "./checksums";
import { jsonText } from "./json-text";
import { manifest, RunbookContents } from "./manifest";
import { runbookPage } from "./runbook-page";
import { sessionsOf } from "./session";
import { stepsFile } from "./steps-file";

/**
 * Every file of the runbook folder, in memory, so that nothing half is written. What is hashed is made first; the digest
 * goes into manifest and page last.
 *
 * @param steps in execution order
 * @param features what works for whom
 * @param tenant its cloud and its sign-ins decide how shells of the cloud are opened
 */
export function runbookFiles(
  contents: RunbookContents,
  steps: readonly Step[],
  features: FeatureReport,
  tenant?: TenantFact,
): RunbookFile[] {
  const { stack } = contents;
  const kinds = [...new Set(steps.map((step) => step.kind))].map(kindOf);
  const operations = operationFiles(kinds);
  const served: RunbookFile[] = [
    ...steps.map((step) => ({ path: stepScriptPath(step), text: stepScript(step) })),
    { path: "Hybrid.Catalogue.ps1", text: catalogueFile(kinds) },
    ...(operations.length === 0 ? [] : [{ path: OPERATIONS_FILE, text: operationsFile(operations) }]),
    { path: "Hybrid.Runtime.ps1", text: runtimeFile() },
    { path: "Invoke-Runbook.ps1", text: controllerFile() },
    { path: "steps.json", text: stepsFile(stack, steps, tenant) },
  ];
  const checksums = checksumsFile(served);
  const digest = runbookDigest(checksums);
  const sessions = sessionsOf(steps);
  return [
    ...served,
    checksums,
    // Line ends are bytes, and bytes are approved: git must not change them.
    { path: ".gitattributes", text: "* -text\n" },
    { path: "manifest.json", text: jsonText(manifest(contents, digest, sessions)) },
    { path: "features.json", text: jsonText(features) },
    { path: "RUNBOOK.md", text: runbookPage({ ...contents, digest, sessions, tenant, features }) },
  ];
}

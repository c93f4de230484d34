import { Application } from "@cdktf/provider-azuread/lib/application";
import { App, TerraformStack } from "cdktf";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HybridDeployment, RunbookParameter } from "../../lib";
import { CS_HOSTED_VOICEMAIL_POLICY } from "../../lib/onprem/catalog/cs-hosted-voicemail-policy";
import { DesiredState } from "../../lib/onprem/desired-state";
import { Phase } from "../../lib/onprem/phase";
import { declareContoso, Synthesized, synthQuietly, temporaryFolder } from "./contoso";
import { Simulator } from "./simulator";

export const STEP = "CsHostedVoicemailPolicy/Pilot";
export const PARAMETER = "exchange-hybrid-app-id";

/** A policy whose note holds the client id of an application, which exists only after terraform apply. */
export function declareNote(stack: TerraformStack, note = noteOf(stack)): HybridDeployment {
  const hybrid = declareContoso(stack);
  new DesiredState(hybrid, "policy", {
    kind: CS_HOSTED_VOICEMAIL_POLICY,
    identity: "Tag:Pilot",
    subject: "Pilot",
    properties: { Description: note, Destination: "exap.um.outlook.com", Organization: "contoso.onmicrosoft.com" },
    phase: Phase.INTEGRATE,
    title: "The pilot's voicemail policy names the application.",
    verification: "Get-CsHostedVoicemailPolicy shows it",
  });
  return hybrid;
}

export function noteOf(stack: TerraformStack): RunbookParameter {
  const application = new Application(stack, "application", { displayName: "exchange-hybrid" });
  return RunbookParameter.fromTerraform(stack, PARAMETER, application.clientId);
}

export function synthNote(declare: (stack: TerraformStack) => void = declareNote): Synthesized {
  const outdir = join(temporaryFolder(), "cdktf.out");
  mkdirSync(outdir);
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "contoso");
  declare(stack);
  const warnings = synthQuietly(app);
  const stackDir = join(outdir, "stacks", "contoso");
  return { outdir, stackDir, onprem: join(stackDir, "onprem"), warnings };
}

/** parameters.json as somebody left it in the state folder. */
export function leaveFile(simulator: Simulator, text: string): void {
  mkdirSync(simulator.stateFolder, { recursive: true });
  writeFileSync(join(simulator.stateFolder, "parameters.json"), text);
}

/** What `terraform output -json` prints of one output. */
export function outputs(value: unknown, part: object = {}): string {
  return JSON.stringify({ [PARAMETER]: { sensitive: false, type: "string", value, ...part } });
}

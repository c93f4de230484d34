import { App, LocalBackend, TerraformStack } from "cdktf";
import fc from "fast-check";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { mirrorSteps } from "../../lib/plan/plan-mirror";
import { temporaryFolder } from "../instruments/contoso";
import { hostileText } from "../instruments/hostile";
import { someStep } from "../instruments/some-step";
import { Workspace } from "../instruments/terraform";

const COUNT = 3000;

/** One object whose settings are the given texts. */
function synthesized(texts: readonly string[]): string {
  const outdir = join(temporaryFolder(), "cdktf.out");
  mkdirSync(outdir);
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "hostile");
  new LocalBackend(stack, { path: "../../../terraform.hostile.tfstate" });
  const properties = Object.fromEntries(texts.map((text, index) => [`P${index}`, text]));
  const step = someStep({ objects: [{ noun: "CsHostingProvider", identity: texts[0] ?? "", properties }] });
  mirrorSteps(
    stack,
    [step],
    () => "script.ps1",
    () => "not run",
  );
  app.synth();
  return join(outdir, "stacks", "hostile");
}

test("thousands of hostile settings come out of Terraform's plan as they went in", () => {
  // Terraform holds every text in Unicode normal form C; that is its law, not a loss of ours.
  const texts = fc.sample(hostileText, { numRuns: COUNT, seed: 5061 }).map((text) => text.normalize("NFC"));
  const workspace = new Workspace(synthesized(texts));
  workspace.init();
  const [change] = workspace.plan().resourceChanges;
  const input = change?.after?.input as { identity: string; settings: Record<string, string> };
  expect(input.identity).toBe(texts[0]);
  expect(texts.map((_text, index) => input.settings[`P${index}`])).toEqual(texts);
});

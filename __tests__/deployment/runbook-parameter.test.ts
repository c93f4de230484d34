import { App, TerraformStack, Testing, Token } from "cdktf";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RunbookParameter } from "../../lib";
import { CS_HOSTED_VOICEMAIL_POLICY } from "../../lib/onprem/catalog/cs-hosted-voicemail-policy";
import { CS_SIP_DOMAIN } from "../../lib/onprem/catalog/cs-sip-domain";
import { CS_TEAMS_UPGRADE_POLICY } from "../../lib/onprem/catalog/cs-teams-upgrade-policy";
import { DesiredState } from "../../lib/onprem/desired-state";
import { Phase } from "../../lib/onprem/phase";
import { StepObject } from "../../lib/onprem/step";
import { renderJson } from "../../lib/review/json-rendering";
import { review } from "../../lib/review/diff";
import { renderText } from "../../lib/review/text-rendering";
import { jsonText } from "../../lib/runbook/json-text";
import { parseManifest, readManifest } from "../../lib/runbook/manifest-reader";
import { declareNote, noteOf, PARAMETER, STEP, synthNote } from "../instruments/parameter-deployment";

const APPLY = Token.asString({ resolve: () => "${azuread_application.a.client_id}" });
const WORDS = { phase: Phase.PREPARE, title: "It is so.", verification: "look" };

function stackOf(): TerraformStack {
  return new TerraformStack(Testing.app(), "contoso");
}

describe("a parameter of the runbook", () => {
  const { onprem, stackDir } = synthNote();
  const read = (name: string): string => readFileSync(join(onprem, name), "utf8");
  const manifest = readManifest(join(onprem, "manifest.json"));

  test("is an output of Terraform, of its own name", () => {
    const terraform = JSON.parse(readFileSync(join(stackDir, "cdk.tf.json"), "utf8")) as {
      readonly output: Readonly<Record<string, { readonly value: string }>>;
    };
    expect(terraform.output[PARAMETER]?.value).toBe("${azuread_application.application.client_id}");
  });

  test("is its name in manifest, index, page and plan, and nothing else", () => {
    const step = manifest.steps.find(({ id }) => id === STEP);
    expect(step?.objects[0]?.properties.Description).toEqual({ parameter: PARAMETER });
    expect(JSON.parse(read("steps.json"))).toMatchObject({
      steps: expect.arrayContaining([expect.objectContaining({ id: STEP, parameters: [PARAMETER] })]) as unknown,
    });
    expect(read("RUNBOOK.md")).toContain(`-Description <parameter ${PARAMETER}>`);
    expect(readFileSync(join(stackDir, "cdk.tf.json"), "utf8")).toContain(`"Description": "parameter ${PARAMETER}"`);
  });

  test("is told on the page: where its value comes from, and that the digest does not cover it", () => {
    expect(read("RUNBOOK.md")).toContain(`\`${PARAMETER}\``);
    expect(read("RUNBOOK.md")).toContain("terraform output -json > parameters.json");
  });

  test("is read back from the manifest as it was written", () => {
    expect(jsonText(parseManifest("manifest.json", jsonText(manifest)))).toBe(jsonText(manifest));
  });

  test("is a change of words in a review, when a value becomes one", () => {
    const steps = manifest.steps.map((step) =>
      step.id === STEP ? { ...step, objects: step.objects.map((object) => withNote(object)) } : step,
    );
    const found = review({ ...manifest, steps }, manifest);
    expect(renderText(found).replace(/\s+/g, " ")).toContain(`Description: typed by hand -> parameter ${PARAMETER}`);
    expect(renderJson([found])).toContain(PARAMETER);
  });

  test.each([[{ parameter: "A B" }], [{ parameter: "a", value: "b" }], [{ name: "a" }]])(
    "that is none, %j, is refused in a manifest",
    (value) => {
      const text = jsonText(manifest).replace(/\{\s*"parameter": "[^"]*"\s*\}/, JSON.stringify(value));
      expect(() => parseManifest("manifest.json", text)).toThrow(/Description/);
    },
  );
});

function withNote(object: StepObject): StepObject {
  return { ...object, properties: { ...object.properties, Description: "typed by hand" } };
}

describe("a parameter is refused", () => {
  test.each(["", "App-Id", "1st", "a b", "a".repeat(64), "${x}"])("with the name %j", (name) => {
    expect(() => RunbookParameter.fromTerraform(stackOf(), name, APPLY)).toThrow(
      /"name" must be the name of a parameter, got .*: write small letters, digits, hyphens/,
    );
  });

  test("when its value is known already", () => {
    expect(() => RunbookParameter.fromTerraform(stackOf(), "app", "1234")).toThrow(
      'the parameter "app" was given "1234", which is known already: declare that value itself',
    );
  });

  test("when another one has its name", () => {
    const stack = stackOf();
    RunbookParameter.fromTerraform(stack, "app", APPLY);
    expect(() => RunbookParameter.fromTerraform(stack, "app", APPLY)).toThrow(
      /are both the parameter "app": a Terraform output has one value. Use the first one twice/,
    );
  });

  test("when another stack declares it: its outputs are others", () => {
    const declare = (stack: TerraformStack): void => {
      const other = new TerraformStack(App.of(stack), "fabrikam");
      declareNote(stack, noteOf(other));
    };
    expect(() => synthNote(declare)).toThrow(
      /uses the parameter "exchange-hybrid-app-id", which the stack "contoso" does not declare: its outputs would not/,
    );
  });

  test("where a state is declared, for its calls are chosen at synthesis", () => {
    const stack = stackOf();
    const mode = RunbookParameter.fromTerraform(stack, "mode", APPLY);
    const [property = ""] = Object.keys(CS_TEAMS_UPGRADE_POLICY.properties);
    const properties = { [property]: mode } as never;
    const props = { kind: CS_TEAMS_UPGRADE_POLICY, identity: "Global", properties, ...WORDS };
    expect(() => new DesiredState(stack, "mode", props)).toThrow(
      /cannot be the parameter "mode": only a property that holds one text may wait for terraform apply/,
    );
  });

  test("by the compiler, for a property that holds no text", () => {
    const stack = stackOf();
    const app = RunbookParameter.fromTerraform(stack, "app", APPLY);
    const props = { kind: CS_SIP_DOMAIN, identity: "contoso.com", properties: { IsDefault: app }, ...WORDS };
    // @ts-expect-error a boolean is known at synthesis
    expect(() => new DesiredState(stack, "domain", props)).toBeInstanceOf(Function);
  });

  test("as a bare value of Terraform, as it was before there were parameters", () => {
    const stack = stackOf();
    const properties = { Description: APPLY, Destination: "a.b", Organization: "a.b" };
    const props = { kind: CS_HOSTED_VOICEMAIL_POLICY, identity: "Tag:Pilot", subject: "Pilot", properties, ...WORDS };
    expect(() => new DesiredState(stack, "policy", props)).toThrow(/exists only after terraform apply/);
  });
});

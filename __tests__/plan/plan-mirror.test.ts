import { App, TerraformStack } from "cdktf";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ListMirror } from "../../lib";
import { mirrorSteps, runText } from "../../lib/plan/plan-mirror";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { someStep } from "../instruments/some-step";

type Declared = Record<string, { input: { settings: Record<string, unknown>; identity: string } }>;

function declared(options: Parameters<typeof synthContoso>[0]): Declared {
  const text = readFileSync(join(synthContoso(options).stackDir, "cdk.tf.json"), "utf8");
  return (JSON.parse(text) as { resource: { terraform_data: Declared } }).resource.terraform_data;
}

const partners = (count: number): string[] => Array.from({ length: count }, (_, index) => `partner${index}.example`);

describe("the mirror of a long list", () => {
  test("is refused entry by entry above 200, with the way out: a plan would take minutes", () => {
    expect(() => synthContoso({ allowed: partners(201) })).toThrow(/202 entries.*ListMirror\.SUMMARY/);
  });

  test("is one object a side when the policy says SUMMARY, with counts and digests", () => {
    const objects = declared({ allowed: partners(300), mirror: ListMirror.SUMMARY });
    expect(Object.keys(objects).filter((name) => name.includes("partner"))).toEqual([]);
    expect(objects["declared_domain-lists_edge"]?.input.settings).toEqual({
      CsAllowedDomain: expect.stringMatching(/^301 entries, sha256 [0-9a-f]{12}$/) as string,
      CsBlockedDomain: expect.stringMatching(/^1 entry, sha256 [0-9a-f]{12}$/) as string,
    });
    expect(objects["declared_domain-lists_tenant"]?.input.settings.AllowedDomains).toMatch(/^301 entries/);
  });

  test("changes one object a side when one of 300 partners gets another proxy on the Edge", () => {
    const before = declared({ allowed: partners(300), mirror: ListMirror.SUMMARY });
    const after = declared({
      allowed: partners(300),
      direct: [["wingtip.com", "edge.wingtip.com"]],
      mirror: ListMirror.SUMMARY,
    });
    const changed = Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
    expect(changed).toEqual(["declared_domain-lists_edge"]);
  });
});

test("two objects that would be one in Terraform are refused: cdktf would merge them without a word", () => {
  const stack = new TerraformStack(new App({ outdir: temporaryFolder() }), "contoso");
  const steps = [someStep({ id: "CsSipDomain/a.b" }), someStep({ id: "CsSipDomain/a_b", source: "contoso/other" })];
  const mirror = (): void => {
    mirrorSteps(
      stack,
      steps,
      () => "script.ps1",
      () => "not run",
    );
  };
  expect(mirror).toThrow(/declared_CsSipDomain_a_b/);
});

test("what was applied is said by its digest; nothing is said to be done that nobody did", () => {
  expect([runText(undefined), runText("0123456789ab")]).toEqual(["not run", "done 0123456789ab"]);
});

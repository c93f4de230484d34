import { Review, review } from "../../../lib/review/diff";
import { renderMarkdown } from "../../../lib/review/markdown-rendering";
import { renderText } from "../../../lib/review/text-rendering";
import { ReviewItem } from "../../../lib/review/review-item";
import { SourceText } from "../../../lib/review/terraform/source-text";
import { synthesisChanges } from "../../../lib/review/terraform/synthesis-changes";
import fc from "fast-check";
import { hostileUnits } from "../../instruments/hostile";
import { manifestOf } from "../manifests";
import { Block, group, resources, stack } from "./stacks";

function reviewed(before: SourceText, after: SourceText): Review {
  return review(manifestOf([]), manifestOf([]), { terraform: synthesisChanges(before, after) });
}

function onlyItem(before: Block, after: Block): ReviewItem {
  const { items } = reviewed(stack(before), stack(after));
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`expected one item, got ${items.length}`);
  return item;
}

describe("how a change of the Terraform is judged and told", () => {
  const local = { terraform: { backend: { local: { path: "a" } } } };

  test("another backend is a high risk: with an empty state everything is created again", () => {
    const item = onlyItem(local, { terraform: { backend: { local: { path: "b" } } } });
    expect(item.risk).toMatchObject({ level: "high" });
    expect(item.risks.map(({ rule }) => rule)).toContain("backend-changed");
    expect(item.what).toBe("backend changes: path.");
    expect(item.details[0]).toMatch(/run terraform init -migrate-state/);
  });

  test("another tenant of the provider is a high risk, another setting of it is not", () => {
    const provider = (settings: Block): Block => ({ provider: { azuread: [settings] } });
    const moved = onlyItem(provider({ tenant_id: "1" }), provider({ tenant_id: "2" }));
    expect(moved.risks.map(({ rule }) => rule)).toContain("provider-tenant-changed");
    expect(moved.risk.level).toBe("high");
    expect(onlyItem(provider({}), provider({ use_oidc: true })).risk.level).toBe("low");
  });

  test("a version of a provider is a low one", () => {
    const wanted = (version: string): Block => ({ terraform: { required_providers: { azuread: { version } } } });
    expect(onlyItem(wanted("3.7.0"), wanted("3.8.0")).risk.level).toBe("low");
  });

  test("a renamed group without a moved block says in both items what would keep it", () => {
    const { items } = reviewed(
      resources({ azuread_group: { a: group() } }),
      resources({ azuread_group: { b: group() } }),
    );
    expect(items.map(({ risk }) => risk.level)).toEqual(["high", "low"]);
    for (const { details } of items)
      expect(details[0]).toContain("a moved block from azuread_group.a to azuread_group.b");
  });

  test("is done by the pipeline, which sits at no server", () => {
    const of = reviewed(resources({}), resources({ azuread_group: { a: group() } }));
    expect(renderText(of)).toContain("Who: pipeline (terraform apply)\n");
  });

  test("no attribute that is no longer set is said to stay as it is: Terraform may well set it back", () => {
    const { items } = reviewed(
      resources({ azuread_group: { a: group({ description: "x" }), b: group() } }),
      resources({ azuread_group: { a: group() } }),
    );
    expect(items.flatMap(({ details }) => details)).toEqual([
      "display_name: Pilot",
      "security_enabled: true",
      "description: x -> (not set)",
    ]);
  });
});

test("whatever a resource is called and holds, it writes no line of its own and no mark-up", () => {
  fc.assert(
    fc.property(hostileUnits, hostileUnits, (name, value) => {
      const after = resources({ azuread_group: { [name]: { [name]: value, nested: { [name]: [value] } } } });
      const of = reviewed(resources({}), after);
      expect(of.items).toHaveLength(1);
      const markdown = renderMarkdown(of).split("\n");
      expect(markdown.filter((line) => line.startsWith("| "))).toHaveLength(3);
      expect(`${renderMarkdown(of)}${renderText(of)}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u2028]/);
      expect(renderMarkdown(of)).not.toMatch(/(?<!\\)<script/);
    }),
    { numRuns: 200 },
  );
});

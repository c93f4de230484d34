import Ajv2020 from "ajv/dist/2020";
import { Review, review } from "../../lib/review/diff";
import { renderJson } from "../../lib/review/json-rendering";
import schema from "../../lib/review/review.schema.json";
import { appliedBaseline, contosoManifest, manifestOf } from "./manifests";
import { someStep } from "../instruments/some-step";

const contoso = contosoManifest();
const isValid = new Ajv2020({ allErrors: true }).compile(schema);

function read(...reviews: readonly Review[]): Record<string, unknown> {
  const data = JSON.parse(renderJson(reviews)) as Record<string, unknown>;
  expect({ valid: isValid(data), errors: isValid.errors }).toEqual({ valid: true, errors: null });
  return data;
}

const applied = appliedBaseline(contoso);
const removal = review(contosoManifest({ baseline: applied }), contosoManifest({ baseline: applied, direct: [] }));

describe("a review as JSON", () => {
  test("follows the published schema, whatever it holds", () => {
    read();
    read(review(contoso, contoso));
    read(removal, review(manifestOf([]), contoso));
    const change = {
      about: "resource",
      action: "moved",
      address: "a.b",
      type: "a",
      movedFrom: "a.c",
      values: [],
    } as const;
    const script = { path: "a.ps1", action: "changed", added: 1, removed: 0, patch: undefined } as const;
    const terraform = { from: "plan", changes: [change], noise: ["none"] } as const;
    read(review(contoso, contoso, { terraform, scripts: [script] }));
  });

  test("has a schema that refuses a field it does not know, and a level that is none", () => {
    expect(isValid({ ...read(removal), more: 1 })).toBe(false);
    expect(isValid({ ...read(removal), risk: "huge" })).toBe(false);
  });

  test("gives labels for the pull request: how bad, and who is needed", () => {
    expect(read(removal)).toMatchObject({
      risk: "high",
      openRisk: "high",
      labels: ["needs/on-premises-administrator", "needs/tenant-administrator", "risk/high"],
    });
  });

  test("gives no label where nothing changes: a pipeline takes the old ones off", () => {
    expect(read(review(contoso, contoso))).toMatchObject({ risk: "info", labels: [] });
  });

  test("names the rule and the subject that an acceptance would need", () => {
    const [item] = removal.items;
    expect(item?.risks).toEqual([
      {
        rule: "entry-removed",
        level: "high",
        reason: "people can no longer talk to the partner",
        subjects: ["wingtip.com"],
        accepted: [],
      },
    ]);
  });

  test("names the partners and the SIP domains that a change is about", () => {
    expect(removal.items.map(({ partners, domains }) => ({ partners, domains }))).toEqual([
      { partners: ["wingtip.com"], domains: [] },
    ]);
    const added = review(contoso, contosoManifest({ otherSipDomains: ["adatum.com"] }));
    expect(added.items.map(({ domains }) => domains)).toEqual([["adatum.com"]]);
  });

  test("tells people as numbers, and unknown as null and not as zero", () => {
    const step = someStep();
    const unknown = { ...step, users: { ...step.users, total: undefined } };
    const users = (of: Review): unknown => of.items[0]?.users;
    expect(users(review(manifestOf([]), manifestOf([step])))).toMatchObject({ total: 60 });
    expect(users(review(manifestOf([]), manifestOf([unknown])))).toBeNull();
  });
});

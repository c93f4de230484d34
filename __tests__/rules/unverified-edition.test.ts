import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ServerVersion } from "../../lib";
import { LISTED_VERSIONS, SUBSCRIPTION_EDITION } from "../../lib/rules/documented-versions";
import { UNVERIFIED_EDITION } from "../../lib/rules/unverified-edition";
import { declareContoso } from "../instruments/contoso";
import { EDGE_POOL, messages, OF_2019, OF_SUBSCRIPTION, POOL, violations } from "./model-fixture";
import { synthesize } from "./synthesis";

const NEW_POOL = { ...POOL, ...OF_SUBSCRIPTION };

describe("servers of the Subscription Edition", () => {
  test("are warned about once, all of them named", () => {
    const servers = { frontEndPools: [NEW_POOL], edgePools: [{ ...EDGE_POOL, ...OF_SUBSCRIPTION }] };
    expect(messages(UNVERIFIED_EDITION, servers)).toEqual([
      "edge01.contoso.local, lync01.contoso.local are Skype for Business Server Subscription Edition: whether hybrid is " +
        "supported with it is unverified.",
    ]);
    expect(UNVERIFIED_EDITION.severity).toBe("warning");
  });

  test("are warned about with the version that stands beside them", () => {
    const servers = { frontEndPools: [NEW_POOL], edgePools: [{ ...EDGE_POOL, ...OF_2019 }] };
    expect(messages(UNVERIFIED_EDITION, servers)[0]).toContain(
      "whether hybrid is supported with it, and beside Skype for Business Server 2019 is unverified.",
    );
  });

  test("are run in the shell of their product, with the warnings and no refusal", () => {
    const version = ServerVersion.SKYPE_FOR_BUSINESS_SUBSCRIPTION_EDITION;
    const { outdir, error, findings } = synthesize((stack) => declareContoso(stack, { version }));
    expect(error).toBeUndefined();
    expect(findings.map(({ rule }) => rule)).toEqual([
      "HYB-FED-019",
      "HYB-FED-101B",
      "HYB-FED-101B",
      "HYB-TOP-007B",
      "HYB-TOP-008",
    ]);
    const index = readFileSync(join(outdir, "stacks", "contoso", "onprem", "steps.json"), "utf8");
    expect(index).toContain("Skype for Business Server Management Shell");
  });

  test("are no matter where there are none", () => {
    expect(violations(UNVERIFIED_EDITION)).toEqual([]);
  });

  test("and the listed ones are the versions that can be declared: the two lists of names are one", () => {
    expect(ServerVersion.all().map(({ productName }) => productName)).toEqual([
      ...LISTED_VERSIONS,
      SUBSCRIPTION_EDITION,
    ]);
  });
});

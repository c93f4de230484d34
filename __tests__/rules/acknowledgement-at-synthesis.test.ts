import { App, TerraformStack } from "cdktf";
import { FrontEndPool, ServerVersion } from "../../lib";
import { declareContoso, temporaryFolder } from "../instruments/contoso";
import { synthesize } from "./synthesis";

describe("an acknowledgement", () => {
  const ACCEPTED = { reason: "The update is installed on Sunday.", until: "2027-03-31" };

  test("lets a deployment through that an error refused", () => {
    const { error, findings } = synthesize((stack) => {
      const hybrid = declareContoso(stack);
      new FrontEndPool(hybrid, "lync02", {
        fqdn: "lync02.contoso.local",
        version: ServerVersion.LYNC_2013,
        build: "5.0.8308.956",
        homedUsers: 0,
      });
      hybrid.acknowledge("HYB-TOP-007", { ...ACCEPTED, subject: "lync02.contoso.local" });
    });
    expect(error).toBeUndefined();
    expect(findings.find(({ rule }) => rule === "HYB-TOP-007")).toMatchObject({
      severity: "error",
      accepted: ACCEPTED,
    });
  });

  test("silences a warning on stderr and keeps it in the findings", () => {
    const { warnings, findings } = synthesize((stack) => {
      declareContoso(stack).acknowledge("HYB-FED-019", ACCEPTED);
    });
    expect(warnings).toBe("");
    const said = findings.filter(({ severity }) => severity !== "info");
    expect(said.map(({ rule, accepted }) => [rule, accepted])).toEqual([["HYB-FED-019", ACCEPTED]]);
  });

  test("that accepts nothing is warned about and refuses nothing", () => {
    const { error, findings } = synthesize((stack) => {
      declareContoso(stack).acknowledge("HYB-TOP-006", ACCEPTED);
    });
    expect(error).toBeUndefined();
    const said = findings.filter(({ severity }) => severity !== "info");
    expect(said.map(({ rule }) => rule)).toEqual(["HYB-ACK-001", "HYB-FED-019"]);
  });

  test("is refused where it is written when the rule does not allow it", () => {
    const stack = new TerraformStack(new App({ outdir: temporaryFolder() }), "contoso");
    expect(() => {
      declareContoso(stack).acknowledge("HYB-SIP-005", ACCEPTED);
    }).toThrow("HYB-SIP-005 cannot be acknowledged");
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Operator } from "../instruments/runbook-run";
import { synthesize } from "../rules/synthesis";
import { declareTrust, folderOf, METADATA, TENANT_ID, trustingServers } from "./trusted-deployment";

const onprem = folderOf(synthesize((stack) => declareTrust(stack)));

describe("servers that believe the token server of another tenant", () => {
  test("are refused, with what a person does", async () => {
    const anna = new Operator(
      trustingServers((state) => {
        state.oAuthServers = [
          { Identity: "microsoft.sts", MetadataUrl: METADATA.replace(TENANT_ID, TENANT_ID.replace("1111", "9999")) },
        ];
      }),
      onprem,
    );
    await anna.signOffAll();
    const run = await anna.apply("lync");
    expect(run.stdout).toContain("MetadataUrl cannot be changed after creation");
    expect(run.writes.map(({ command }) => command)).not.toContain("Set-CsOAuthServer");
    expect(readFileSync(join(onprem, "RUNBOOK.md"), "utf8")).toContain("Remove-CsOAuthServer microsoft.sts");
  });
});

test("a partner of another application under the same name is refused, never changed", async () => {
  const partner = { Identity: "microsoft.exchange", ApplicationIdentifier: "other", ApplicationTrustLevel: "Full" };
  const anna = new Operator(
    trustingServers((state) => {
      state.partnerApplications = [{ ...partner, Enabled: true }];
    }),
    onprem,
  );
  await anna.signOffAll();
  const run = await anna.apply("lync");
  expect(run.stdout).toContain("ApplicationIdentifier cannot be changed after creation");
  expect(anna.simulator.state().partnerApplications).toContainEqual({ ...partner, Enabled: true });
});

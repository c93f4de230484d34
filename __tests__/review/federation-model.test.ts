import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FederationPolicy } from "../../lib";
import { RiskLevel } from "../../lib/onprem/step";
import { Review, review } from "../../lib/review/diff";
import { Baseline } from "../../lib/runbook/baseline";
import { synthContoso } from "../instruments/contoso";
import { appliedBaseline, contosoManifest, expectOnFirstScreen } from "./manifests";

const POLICIES = {
  closed: FederationPolicy.closed({ allowed: ["fabrikam.com"] }),
  open: FederationPolicy.open(),
  none: FederationPolicy.none(),
};
type Mode = keyof typeof POLICIES;

function compared(from: Mode, to: Mode): Review {
  const before = contosoManifest({ policy: POLICIES[from] });
  const baseline: Baseline = appliedBaseline(before);
  return review(
    contosoManifest({ policy: POLICIES[from], baseline }),
    contosoManifest({ policy: POLICIES[to], baseline }),
  );
}

const CHANGES: readonly (readonly [Mode, Mode, RiskLevel])[] = [
  ["closed", "open", "critical"],
  ["none", "open", "critical"],
  ["open", "closed", "high"],
  ["open", "none", "high"],
  ["closed", "none", "high"],
  ["none", "closed", "high"],
];

describe("a change of the federation model", () => {
  test.each(CHANGES)("from %s to %s is %s", (from, to, level) => {
    const change = compared(from, to);
    expect(change.risk).toBe(level);
    expectOnFirstScreen(change, level.toUpperCase(), "on-premises administrator", "tenant administrator");
  });

  test("to open says so of both sides, and does not mourn the tenant's list", () => {
    const change = compared("closed", "open");
    const what = change.items.map((item) => item.what).join("\n");
    expect(what).toContain("EnablePartnerDiscovery: false -> true");
    expect(what).toContain("AllowedDomains: [fabrikam.com] -> AllowAllKnownDomains");
    expect(what).not.toContain("in the tenant");
  });

  test("to none names the partners that are cut off", () => {
    const change = compared("closed", "none");
    expect(change.items.map((item) => item.what).join("\n")).toContain(
      "Allowed partner fabrikam.com is removed, on the Edge and in the tenant.",
    );
  });
});

describe("the page of an open and of an empty tenant", () => {
  test.each<[Mode, string]>([
    ["open", "-AllowedDomains (MicrosoftTeams\\New-CsEdgeAllowAllKnownDomains)"],
    ["none", "-AllowedDomains (MicrosoftTeams\\New-CsEdgeAllowList -AllowedDomain $null)"],
    ["closed", "-AllowedDomainsAsAList @('fabrikam.com')"],
  ])("%s prints the call that is made", (mode, call) => {
    const { onprem, stackDir } = synthContoso({ policy: POLICIES[mode] });
    expect(readFileSync(join(onprem, "RUNBOOK.md"), "utf8")).toContain(call);
    expect(readFileSync(join(stackDir, "cdk.tf.json"), "utf8")).toContain('"AllowedDomains"');
  });
});

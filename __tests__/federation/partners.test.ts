import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BlockedDomain, DirectPartner, FederationPolicy, Partner, PartnerVerification, ServerVersion } from "../../lib";
import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";

const noted = FederationPolicy.closed({
  partners: [Partner.of("fabrikam.com", { comment: "Ken's \u201cframe\u201d contract", markForMonitoring: true })],
  direct: [DirectPartner.of("wingtip.com", "sip.wingtip.com", { comment: "leased line" })],
  blockedDomains: [BlockedDomain.of("tailspintoys.com", "phishing")],
});
const verified = FederationPolicy.closed({
  partners: [Partner.of("fabrikam.com", { verificationLevel: PartnerVerification.ALWAYS_UNVERIFIABLE })],
});

describe("what the Edge notes about partners", () => {
  test("reaches the servers letter by letter, and a second run changes nothing", async () => {
    const anna = new Operator(Simulator.from("nothing"), synthContoso({ policy: noted }).onprem);
    await anna.applyAll();
    const { allowedDomains, blockedDomains } = anna.simulator.state();
    expect(allowedDomains).toMatchObject([
      { Domain: "fabrikam.com", Comment: "Ken's \u201cframe\u201d contract", MarkForMonitoring: true },
      { Domain: "wingtip.com", ProxyFqdn: "sip.wingtip.com", Comment: "leased line", MarkForMonitoring: false },
    ]);
    expect(blockedDomains).toMatchObject([{ Domain: "tailspintoys.com", Comment: "phishing" }]);
    expect((await anna.apply("lync")).writes).toEqual([]);
  });

  test("is set in place on an entry that was there, and nothing else of the entry is touched", async () => {
    const anna = new Operator(Simulator.from("right"), synthContoso({ policy: noted }).onprem);
    await anna.signOff();
    const run = await anna.apply("lync");
    const changed = run.writes.filter(({ command }) => command.startsWith("Set-Cs"));
    expect(changed.map(({ command, parameters }) => [command, Object.keys(parameters)])).toEqual([
      ["Set-CsAllowedDomain", ["Comment", "Confirm", "ErrorAction", "Identity", "MarkForMonitoring"]],
      ["Set-CsAllowedDomain", ["Comment", "Confirm", "ErrorAction", "Identity"]],
      ["Set-CsBlockedDomain", ["Comment", "Confirm", "ErrorAction", "Identity"]],
    ]);
  });
});

describe("a verification level", () => {
  test("is refused for Lync Server 2013, whose cmdlets do not have it", () => {
    expect(() => synthContoso({ policy: verified })).toThrow(
      '"contoso/hybrid/edge/domain-lists" declares VerificationLevel of CsAllowedDomain fabrikam.com, which exists since ' +
        "Skype for Business Server 2015, but the newest declared server is Lync Server 2013",
    );
  });

  test("is written for a server that has it", () => {
    const { onprem } = synthContoso({ policy: verified, version: ServerVersion.SKYPE_FOR_BUSINESS_2015 });
    expect(readFileSync(join(onprem, "20-federate", "domain-lists.edge.ps1"), "utf8")).toContain(
      "@{ Identity = 'fabrikam.com'; VerificationLevel = 'AlwaysUnverifiable' }",
    );
  });
});

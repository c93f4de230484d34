import { Construct } from "constructs";
import { stepsOf } from "../../lib/deployment/declaration";
import { CS_HOSTING_PROVIDER } from "../../lib/onprem/catalog/cs-hosting-provider";
import { CS_SIP_DOMAIN } from "../../lib/onprem/catalog/cs-sip-domain";
import { DesiredState } from "../../lib/onprem/desired-state";
import { Phase } from "../../lib/onprem/phase";
import { NO_USERS, StepContext } from "../../lib/onprem/step-source";

const CONTEXT: StepContext = {
  managementHost: "lync01.contoso.local",
  moduleOf: () => ({ name: "Lync", minimum: undefined }),
  server: { productName: "Lync Server 2013", order: 1 },
};
const WORDS = { phase: Phase.PREPARE, title: "It is so.", verification: "look" };

/** The root of a tree of its own. */
function root(): Construct {
  return new Construct(undefined as unknown as Construct, "");
}

function sipDomain(scope: Construct, id: string, part: string): DesiredState<{ IsDefault: boolean }> {
  return new DesiredState(scope, id, {
    kind: CS_SIP_DOMAIN,
    identity: "contoso.com",
    part,
    properties: { IsDefault: true },
    ...WORDS,
  });
}

describe("a desired state", () => {
  test("of an object that New- could not create is refused: what is missing is named", () => {
    const properties = { ProxyFqdn: "sipfed.online.lync.com", Enabled: true };
    const props = { kind: CS_HOSTING_PROVIDER, identity: "Office365", properties, ...WORDS };
    expect(() => new DesiredState(root(), "provider", props)).toThrow(
      '"provider" declares CsHostingProvider without EnabledSharedAddressSpace, HostsOCSUsers: New-CsHostingProvider requires them, so declare them as well',
    );
  });

  test("of a property that another one owns is refused: two owners undo each other's work", () => {
    const deployment = root();
    sipDomain(deployment, "first", "one");
    sipDomain(deployment, "second", "two");
    expect(() => stepsOf(deployment, CONTEXT, NO_USERS)).toThrow(
      /"first" and "second" both own CsSipDomain contoso\.com IsDefault: two owners undo each other's work/,
    );
  });
});

import { AccessEdge, Director, EdgePool, FrontEndPool, HybridDeployment, ReverseProxy, ServerVersion } from "../../lib";
import { modelOf } from "../../lib/deployment/declaration";
import { stepSourcesOf } from "../../lib/onprem/step-source";
import { emptyApp } from "./empty-app";

const VERSION = ServerVersion.SKYPE_FOR_BUSINESS_2015;
const CONTEXT = {
  managementHost: "lync01.contoso.local",
  moduleOf: () => ({ name: "Lync", minimum: undefined }),
  server: { productName: "Lync Server 2013", order: 1 },
};

function deployment(): HybridDeployment {
  return new HybridDeployment(emptyApp().stack, "hybrid");
}

function edgePool(hybrid: HybridDeployment, accessEdge: AccessEdge): EdgePool {
  const director = new Director(hybrid, "dir01", {
    fqdn: "DIR01.contoso.local",
    version: VERSION,
    build: "6.0.9319.619",
  });
  return new EdgePool(hybrid, "edge01", {
    fqdn: "edge01.contoso.local",
    version: VERSION,
    accessEdge,
    nextHop: director,
  });
}

describe("a Director", () => {
  test("may be what the Edge hands its traffic to", () => {
    const hybrid = deployment();
    edgePool(hybrid, AccessEdge.of("sip.contoso.com", "203.0.113.10"));
    const { directors, edgePools, frontEndPools } = modelOf(hybrid);
    expect(directors).toEqual([
      {
        source: "contoso/hybrid/dir01",
        fqdn: "dir01.contoso.local",
        version: "Skype for Business Server 2015",
        versionOrder: 2,
        build: "6.0.9319.619",
        minimumBuild: "6.0.9319.619",
      },
    ]);
    expect(edgePools[0]?.nextHop).toBe("dir01.contoso.local");
    expect(frontEndPools).toEqual([]);
  });

  test.each([
    ["a name", { fqdn: "dir01" }, /"fqdn" must be a fully qualified domain name/],
    ["a build", { fqdn: "dir01.contoso.local", build: "CU12" }, /"build" must be a build number/],
  ])("is refused when %s is not one", (_what, props, refusal) => {
    const hybrid = deployment();
    expect(() => new Director(hybrid, "dir01", { version: VERSION, ...props })).toThrow(refusal);
  });
});

describe("an Access Edge of several servers", () => {
  test("says all of its addresses to whoever publishes it, whatever the order", () => {
    const hybrid = deployment();
    const edge = edgePool(hybrid, AccessEdge.balanced("sip.contoso.com", ["203.0.113.12", "203.0.113.11"]));
    const [published] = stepSourcesOf(edge).map((source) => source.toStep(CONTEXT));
    expect(published?.words.join(" ")).toContain(
      "its Access Edge name is sip.contoso.com with addresses 203.0.113.11, 203.0.113.12.",
    );
    expect(modelOf(hybrid).edgePools[0]?.accessEdgeAddresses).toEqual(["203.0.113.11", "203.0.113.12"]);
  });

  test.each([
    ["none", [], /must have two addresses at least, got no address: .* or say AccessEdge\.of/],
    ["one", ["203.0.113.11"], /must have two addresses at least, got "203\.0\.113\.11" alone/],
    ["one twice", ["203.0.113.11", "203.0.113.11"], /names 203\.0\.113\.11 twice/],
    ["a name", ["203.0.113.11", "edge02.contoso.com"], /must be an IPv4 address, got "edge02\.contoso\.com"/],
  ])("is refused with %s", (_what, addresses, refusal) => {
    expect(() => AccessEdge.balanced("sip.contoso.com", addresses)).toThrow(refusal);
  });
});

test("a Front End pool still is what it was: a next hop with people", () => {
  const hybrid = deployment();
  const nextHop = new FrontEndPool(hybrid, "lync01", { fqdn: "lync01.contoso.local", version: VERSION, homedUsers: 7 });
  expect(nextHop.fqdn).toBe("lync01.contoso.local");
  expect(modelOf(hybrid).frontEndPools[0]).toMatchObject({ versionOrder: 2, homedUsers: 7 });
});

describe("a reverse proxy", () => {
  const address = "203.0.113.20";

  test("says what it publishes, in one form and order, and does nothing", () => {
    const hybrid = deployment();
    const names = ["meet.contoso.com", "LyncDiscover.contoso.com."];
    const proxy = new ReverseProxy(hybrid, "proxy", { address, names });
    expect(modelOf(hybrid).reverseProxies).toEqual([
      { source: "contoso/hybrid/proxy", address, names: ["lyncdiscover.contoso.com", "meet.contoso.com"] },
    ]);
    expect(stepSourcesOf(proxy)).toEqual([]);
  });

  test.each([
    ["no name", { address, names: [] }, /"names" is empty: nobody would reach it/],
    ["a name twice", { address, names: ["meet.contoso.com", "MEET.contoso.com"] }, /names meet\.contoso\.com twice/],
    ["a URL", { address, names: ["https://meet.contoso.com"] }, /"names" must be a fully qualified domain name/],
    ["no address", { address: "proxy", names: ["meet.contoso.com"] }, /"address" must be an IPv4 address, got "proxy"/],
  ])("is refused with %s", (_what, props, refusal) => {
    const hybrid = deployment();
    expect(() => new ReverseProxy(hybrid, "proxy", props)).toThrow(refusal);
  });
});

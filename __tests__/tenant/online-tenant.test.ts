import { Cloud, OnlineTenant } from "../../lib";
import { tenantDeployment } from "../instruments/tenant-rooms";

const OWN = { proxyFqdn: "sipfed.cloud.example", autodiscoverUrl: "https://webdir.cloud.example/root" };

describe("the initial domain of a tenant", () => {
  const { hybrid } = tenantDeployment();

  test.each(["contoso.com", "contoso.onmicrosoft.us", "a.b.onmicrosoft.com"])(
    "is refused in the commercial cloud when it is %s: the error names the other clouds",
    (name) => {
      expect(() => OnlineTenant.fromInitialDomain(hybrid, `of ${name}`, name)).toThrow(
        /ends in \.onmicrosoft\.com\. Correct it, or name another cloud/,
      );
    },
  );

  test("is taken as it is in another cloud, and refused when it is no name at all", () => {
    const tenant = OnlineTenant.fromInitialDomain(hybrid, "high", "Contoso.onmicrosoft.us", {
      cloud: Cloud.gccHigh(OWN),
    });
    expect([tenant.initialDomain, tenant.cloud.name]).toEqual(["contoso.onmicrosoft.us", "gcc-high"]);
    expect(() => OnlineTenant.fromInitialDomain(hybrid, "none", "contoso", { cloud: Cloud.gccHigh(OWN) })).toThrow(
      /one label only/,
    );
  });
});

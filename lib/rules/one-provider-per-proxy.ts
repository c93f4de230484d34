import { HostingProviderFact } from "../model/deployment-model";
import { sortedSet } from "../values/text-order";
import { placesOf } from "./place";
import { Rule, Violation } from "./rule";

export const ONE_PROVIDER_PER_PROXY: Rule = {
  id: "HYB-SSA-025",
  title: "Hosting providers share neither identity nor proxy.",
  severity: "error",
  why: "Identity and ProxyFqdn of a hosting provider are unique, and the proxy cannot be changed (New-CsHostingProvider).",
  unacceptable: "the server refuses the second one.",
  check: ({ hostingProviders }) => [
    ...clashes(hostingProviders, "identity", ({ identity }) => identity.toLowerCase()),
    ...clashes(hostingProviders, "proxy", ({ proxyFqdn }) => proxyFqdn),
  ],
};

function clashes(
  providers: readonly HostingProviderFact[],
  what: string,
  keyOf: (provider: HostingProviderFact) => string,
): Violation[] {
  return sortedSet(providers.map(keyOf)).flatMap((key) => {
    const same = providers.filter((provider) => keyOf(provider) === key);
    if (same.length === 1) return [];
    const names = same.map(({ identity, proxyFqdn }) => `${identity} (${proxyFqdn})`);
    return [
      {
        subject: key,
        message: `${same.length} hosting providers have the ${what} ${key}: ${names.join(", ")}.`,
        fix:
          new Set(same.map(({ purpose }) => purpose)).size > 1
            ? `Leave out HostingProvider.fromIdentity: ${ownerOf(same)} finds an existing provider by its proxy and keeps its name.`
            : "Declare the provider once.",
        source: placesOf(same),
      },
    ];
  });
}

/** The room that declares such a provider. */
function ownerOf(same: readonly HostingProviderFact[]): string {
  return same.some(({ purpose }) => purpose === "hybrid") ? "SharedAddressSpace" : "ExchangeOnline";
}

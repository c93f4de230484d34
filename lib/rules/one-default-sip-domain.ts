import { declaresNothing } from "./deployment-without-rooms";
import { nameList } from "./name-list";
import { placesOf } from "./place";
import { Rule } from "./rule";

export const ONE_DEFAULT_SIP_DOMAIN: Rule = {
  id: "HYB-SIP-005",
  title: "Exactly one SIP domain is the default.",
  severity: "error",
  why:
    "Every deployment has one default SIP domain, and making another the default demotes it (New-CsSipDomain); Microsoft's " +
    "own diagnostics report its absence (NoDefaultSipDomain).",
  unacceptable:
    "two steps would demote each other's domain in every run, and without a default no address can be made.",
  check: (model) => {
    if (declaresNothing(model)) return [];
    const defaults = model.sipDomains.filter(({ isDefault }) => isDefault);
    if (defaults.length === 1) return [];
    const names = defaults.map(({ name }) => name);
    const others = model.sipDomains.map(({ name }) => name);
    const none = others.length === 0 ? "No SIP domain is declared" : `None of ${nameList(others)} is the default`;
    return [
      {
        subject: "default SIP domain",
        message: names.length === 0 ? `${none}.` : `${names.length} SIP domains are the default: ${nameList(names)}.`,
        fix: "Declare the domain that Get-CsSipDomain shows with IsDefault True, with isDefault: true, and no other.",
        source: placesOf(defaults.length === 0 ? model.sipDomains : defaults),
      },
    ];
  },
};

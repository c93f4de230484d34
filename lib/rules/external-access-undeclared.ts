import { federationSides } from "./federation-sides";
import { placesOf } from "./place";
import { Rule } from "./rule";

export const EXTERNAL_ACCESS_UNDECLARED: Rule = {
  id: "HYB-FED-101B",
  title: "Where federation is declared, the external access policy is declared as well.",
  severity: "info",
  why:
    "Federation of a side does not by itself let anybody federate: the external access policy does, and on-premises the " +
    "global one does not by default (Set-CsExternalAccessPolicy).",
  check: (model) =>
    federationSides(model)
      .filter(({ policies }) => policies.length === 0)
      .map(({ where, room, halves }) => ({
        subject: where,
        message: `Federation is declared for ${where}, but not who may use it: the external access policy stays as it is found.`,
        fix: `Look at Get-CsExternalAccessPolicy -Identity Global there, or declare ${room}.`,
        source: placesOf(halves),
      })),
};

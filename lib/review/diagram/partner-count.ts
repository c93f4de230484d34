import { Manifest } from "../../runbook/manifest";
import { partnerList } from "../partner-lists";

/** How many domains the lists hold. A domain that stands on both sides is one. */
export interface PartnerCount {
  readonly allowed: number;
  readonly blocked: number;
  /** Where lists are declared, also empty ones. */
  readonly onEdge: boolean;
  readonly inTenant: boolean;
}

export function partnerCount({ steps }: Pick<Manifest, "steps">): PartnerCount {
  const live = steps.filter((step) => !step.retire);
  const entries = live.flatMap((step) => step.objects);
  const count = (list: "allowed" | "blocked"): number =>
    new Set(
      entries.filter(({ noun }) => partnerList(noun)?.list === list).map(({ identity }) => identity.toLowerCase()),
    ).size;
  const kinds = live.map((step) => step.kind);
  return {
    allowed: count("allowed"),
    blocked: count("blocked"),
    onEdge: kinds.includes("domain-lists-edge"),
    inTenant: kinds.includes("domain-lists-tenant"),
  };
}

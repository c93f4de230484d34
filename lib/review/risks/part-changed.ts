import { RiskRule } from "./risk-rule";

export const PART_CHANGED: RiskRule = {
  id: "part-changed",
  title: "A server, a site or the tenant is declared otherwise",
  why: "Nothing makes it so: the declaration follows what people built. Rules and scripts go by it.",
  example: "A Front End pool is declared with another build.",
  judge: (change) => {
    if (change.about !== "part") return [];
    return change.action === "removed"
      ? [{ level: "low", reason: "nothing builds on it any more; the server itself is left alone" }]
      : [{ level: "info", reason: "declared only: no script makes it so" }];
  },
};

import { RISK_LEVELS, RiskLevel } from "../../onprem/step";

/** Place of a level among all: worse is larger. */
export function rank(level: RiskLevel): number {
  return RISK_LEVELS.indexOf(level);
}

/** The worst of them; of equals the first. */
export function worst<T extends { readonly level: RiskLevel }>(risks: readonly [T, ...T[]]): T {
  return risks.reduce((worse, risk) => (rank(risk.level) > rank(worse.level) ? risk : worse));
}

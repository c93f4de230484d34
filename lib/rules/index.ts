import { DeploymentModel } from "../model/deployment-model";
import { byFinding, Finding } from "./finding";
import { Rule, Violation } from "./rule";

/** Every rule, in the order of their ids. */
export const RULES: readonly Rule[] = [];

/** Runs the rules over a declaration. All findings are reported at once, in one order. */
export function judge(model: DeploymentModel, rules: readonly Rule[] = RULES): Finding[] {
  return rules.flatMap((rule) => rule.check(model).map((violation) => finding(rule, violation))).sort(byFinding);
}

function finding(rule: Rule, violation: Violation): Finding {
  return { rule: rule.id, severity: rule.severity, ...violation, accepted: null };
}

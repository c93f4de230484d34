import { Risk, RiskLevel } from "../onprem/step";
import { originalId } from "../runbook/retired-id";
import { sortedSet } from "../values/text-order";
import { Acceptance } from "./acceptance";
import { Change } from "./change";
import { partnerList } from "./partner-lists";
import { JudgedRisk, risksOf } from "./risks";
import { rank, worst } from "./risks/risk-rank";
import { STEP_DECLARED } from "./risks/step-declared";

/** A risk of one item, with everything that it is about. */
export interface ItemRisk extends Risk {
  readonly rule: string;
  /** What an acceptance has to name, each of them. */
  readonly subjects: readonly string[];
  /** Who answers for it; empty unless every subject is accepted. */
  readonly accepted: readonly Acceptance[];
}

/** Every risk of changes that are told as one, the worst first. */
export function itemRisks(changes: readonly Change[], acceptances: readonly Acceptance[]): ItemRisk[] {
  const found = changes.flatMap((change) =>
    told(risksOf(change)).map((risk) => ({ risk, subject: subjectOf(change) })),
  );
  const groups = new Map<string, { readonly risk: JudgedRisk; readonly subjects: string[] }>();
  for (const { risk, subject } of found) {
    const key = JSON.stringify([risk.rule, risk.level, risk.reason]);
    const group = groups.get(key) ?? { risk, subjects: [] };
    group.subjects.push(subject);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ risk, subjects }) => itemRisk(risk, sortedSet(subjects), acceptances))
    .sort((left, right) => rank(right.level) - rank(left.level));
}

/** What a step says of itself is left out where a rule says the same or worse. */
function told(risks: readonly [JudgedRisk, ...JudgedRisk[]]): readonly JudgedRisk[] {
  const { rule } = worst(risks);
  return rule === STEP_DECLARED.id ? risks : risks.filter((risk) => risk.rule !== STEP_DECLARED.id);
}

function itemRisk(risk: JudgedRisk, subjects: readonly string[], acceptances: readonly Acceptance[]): ItemRisk {
  const fitting = acceptances.filter(({ rule }) => rule === risk.rule);
  const accepted = subjects.map((subject) => fitting.find((one) => one.subject === subject));
  const isAccepted = accepted.every((one) => one !== undefined);
  return { ...risk, subjects, accepted: isAccepted ? [...new Set(accepted)] : [] };
}

/** A domain of a list by its name, everything else by what owns it: an identity such as Global says nothing alone. */
function subjectOf(change: Change): string {
  switch (change.about) {
    case "object":
      return partnerList(change.noun) === undefined ? change.step.id : change.identity;
    case "step":
      return originalId(change.step.id);
    case "wait":
      return change.step.id;
    case "order":
      return "order";
    case "part":
      return change.part.name;
    case "resource":
      return change.address;
  }
}

/** The worst level, with every reason of that level: of each change its own worst one. */
export function joinedRisk(changes: readonly Change[]): Risk {
  const risks = changes.map((change) => worst(risksOf(change)));
  const [first, ...rest] = risks;
  if (first === undefined) return { level: "info", reason: "" };
  const { level } = worst([first, ...rest]);
  const reasons = risks.filter((risk) => risk.level === level).map(({ reason }) => reason);
  return { level, reason: sortedSet(reasons).join("; ") };
}

/** The worst level that nobody answers for. */
export function openLevel(risks: readonly ItemRisk[]): RiskLevel {
  return risks.find(({ accepted }) => accepted.length === 0)?.level ?? "info";
}

import { CATALOGUE } from "../onprem/catalog";
import { Risk, RISK_LEVELS, RiskLevel, Step } from "../onprem/step";
import { Change, ObjectChange, OrderChange, StepChange, ValueChange, WaitChange } from "./change";
import { partnerList } from "./partner-lists";
import { propertyRisks, SHARING_OFF } from "./property-risk";
import { valueChanges } from "./value-changes";

/** How bad a change is for people, and why: the worst that a rule below or the step itself says. */
export function riskOf(change: Change): Risk {
  switch (change.about) {
    case "step":
      return stepRisk(change);
    case "object":
      return objectRisk(change);
    case "wait":
      return waitRisk(change);
    case "order":
      return orderRisk(change);
  }
}

/** The worst of them; of equals the first. */
export function worst(risks: readonly Risk[]): Risk {
  return risks.reduce((worse, risk) => (rank(risk.level) > rank(worse.level) ? risk : worse), risks[0] ?? NOTHING);
}

export function rank(level: RiskLevel): number {
  return RISK_LEVELS.indexOf(level);
}

const NOTHING: Risk = { level: "info", reason: "nothing happens on a server" };
function stepRisk(change: StepChange): Risk {
  const { action, step, values } = change;
  switch (action) {
    case "added":
      return worst([...declaredRisks(step), step.risk]);
    case "retired":
      return worst([...retirementRisks(change), step.risk]);
    case "left":
      return step.shape === "operation"
        ? { level: "info", reason: "it set nothing" }
        : { level: "medium", reason: "what it set stays as it is, and nothing manages it any more" };
    case "released":
      return releasedRisk(change);
    case "changed":
      return worst([...fieldRisks(values), step.risk]);
    case "over":
    case "worded":
      return NOTHING;
  }
}

/** Nothing happens, and somebody said why; the more it can do to people, the more a reviewer should look at that. */
function releasedRisk({ step, reason = "" }: StepChange): Risk {
  const level = rank(step.risk.level) >= rank("medium") ? "medium" : "low";
  return { level, reason: `left, not taken back: ${reason}` };
}

function declaredRisks(step: Step): Risk[] {
  return step.objects.flatMap((object) => propertyRisks(object.noun, valueChanges({}, object.properties)));
}

/** What taking back means: the values that come back, or the object that goes. */
function retirementRisks({ step, was }: StepChange): Risk[] {
  const restored = step.objects.flatMap((object) => {
    const earlier = was?.objects.find(({ noun }) => noun === object.noun)?.properties ?? {};
    return propertyRisks(object.noun, valueChanges(earlier, { ...earlier, ...object.properties }));
  });
  const objects = [...step.objects, ...(was?.objects ?? [])];
  // Removed, or left to a person who has to decide about it.
  const provider = objects.some(({ noun }) => noun === "CsHostingProvider") && (step.retire || step.shape === "manual");
  const switchByHand =
    step.shape === "manual" && objects.some(({ properties }) => "SharedSipAddressSpace" in properties);
  return provider || switchByHand ? [...restored, SHARING_OFF] : restored;
}

function fieldRisks(values: readonly ValueChange[]): Risk[] {
  return values.flatMap(({ name, after }): Risk[] => {
    if (name === "undeclared" && after === "Remove") {
      return [{ level: "high", reason: "entries that nobody declared are removed, whoever needed them" }];
    }
    return name === "removes" && after === true ? [{ level: "high", reason: "it now removes its object" }] : [];
  });
}

function objectRisk(change: ObjectChange): Risk {
  const { action, noun, values } = change;
  const list = partnerList(noun)?.list;
  switch (action) {
    case "added":
      return worst([...addedRisks(change), ...propertyRisks(noun, values), ownRisk(change)]);
    case "changed":
      return worst([...propertyRisks(noun, values), ownRisk(change)]);
    case "removed":
      return worst([list === undefined ? GOES : REMOVED[list], ...lastRisks(change)]);
    case "left":
      return leftRisk(change);
    case "over":
      return NOTHING;
  }
}

const GOES: Risk = { level: "high", reason: "it takes back what people may be using" };
const REMOVED: Readonly<Record<"allowed" | "blocked", Risk>> = {
  allowed: { level: "high", reason: "people can no longer talk to the partner" },
  blocked: { level: "medium", reason: "the domain is no longer kept out" },
};

/** A list step carries the risk of its removals; an entry that comes beside them is no worse for it. */
function ownRisk({ was, step }: ObjectChange): Risk {
  if (step.removals.length === 0) return step.risk;
  return was.removals.length === 0 ? was.risk : (CATALOGUE.get(step.kind)?.risk ?? step.risk);
}

function addedRisks({ noun, count }: ObjectChange): Risk[] {
  if (partnerList(noun)?.list !== "allowed" || count.before > 0) return [];
  return [
    { level: "high", reason: "the first entry of an allow list: from here on the list decides who gets through" },
  ];
}

function lastRisks({ noun, count }: ObjectChange): Risk[] {
  if (partnerList(noun)?.list !== "allowed" || count.after > 0) return [];
  return [{ level: "high", reason: "the last entry of the allow list: nobody is allowed any more" }];
}

function leftRisk({ step, noun }: ObjectChange): Risk {
  if (step.undeclared === "Keep") return { level: "low", reason: "it is not managed any more and stays where it is" };
  const level = partnerList(noun)?.list === "allowed" ? "high" : "medium";
  return { level, reason: "no longer declared; where it still stands the run stops at this step and names it" };
}

function waitRisk({ lost }: WaitChange): Risk {
  if (lost.length === 0) return { level: "low", reason: "it waits for more than before" };
  return { level: "medium", reason: "it may now run before what it used to wait for" };
}

function orderRisk({ before, after }: OrderChange): Risk {
  const seats = (sessions: OrderChange["before"]): string =>
    JSON.stringify(sessions.map(({ shell, host }) => [shell, host]));
  if (seats(before) === seats(after)) return { level: "info", reason: "the same people, the steps in another order" };
  return { level: "low", reason: "people are called in another order, or other people are called" };
}

import { PsValue, Risk, RiskLevel } from "../../onprem/step";
import { Change, ValueChange } from "../change";
import { valueChanges } from "../value-changes";

/** One way in which a change can hurt people. */
export interface RiskRule {
  /** Name for people and for accepted-risks.json; it is the name of the file as well. */
  readonly id: string;
  /** What it finds, in one line. */
  readonly title: string;
  /** What it means for people, and where that is documented. */
  readonly why: string;
  /** A change of main.ts that it finds. */
  readonly example: string;
  readonly judge: (change: Change) => readonly Risk[];
}

/** What a property means when it takes a value. */
export interface PropertyCase {
  readonly noun: string;
  readonly property: string;
  /** Values are compared as text; left out: any that is declared. */
  readonly after?: PsValue;
  /** Whether it counts where the property was not declared before. */
  readonly alsoNew?: true;
  readonly level: RiskLevel;
  readonly reason: string;
}

/** A rule that looks at single properties, whether their step is new, changed or taken back. */
export function propertyRule(rule: Omit<RiskRule, "judge">, cases: readonly PropertyCase[]): RiskRule {
  return { ...rule, judge: (change) => valuesSet(change).flatMap((set) => cases.flatMap((one) => judged(one, set))) };
}

function judged({ noun, property, after, alsoNew, level, reason }: PropertyCase, set: ValuesSet): Risk[] {
  if (noun !== set.noun) return [];
  return set.values
    .filter((value) => value.name === property && value.after !== undefined)
    .filter((value) => after === undefined || value.after === after)
    .filter((value) => alsoNew === true || value.before !== undefined)
    .map(() => ({ level, reason }));
}

/** The properties of one object that take a value. */
export interface ValuesSet {
  readonly noun: string;
  readonly values: readonly ValueChange[];
}

/** Every property that a change sets, wherever it stands: in a new step, in a changed object, in a step taken back. */
export function valuesSet(change: Change): ValuesSet[] {
  if (change.about === "object") {
    const { action, noun, values } = change;
    return action === "added" || action === "changed" ? [{ noun, values }] : [];
  }
  if (change.about !== "step") return [];
  const { action, step, was } = change;
  if (action !== "added" && action !== "retired") return [];
  return step.objects.map(({ noun, properties }) => {
    const earlier = was?.objects.find((object) => object.noun === noun)?.properties ?? {};
    return { noun, values: valueChanges(earlier, { ...earlier, ...properties }) };
  });
}

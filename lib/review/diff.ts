import { RiskLevel } from "../onprem/step";
import { LandscapePart } from "../model/landscape";
import { Manifest, SessionEntry } from "../runbook/manifest";
import { Finding } from "../rules/finding";
import { byText, sortedSet } from "../values/text-order";
import { Acceptance } from "./acceptance";
import { ResourceChange, ScriptChange } from "./change";
import { changesBetween } from "./comparison";
import { PartnerCount, partnerCount } from "./diagram/partner-count";
import { openLevel } from "./item-risk";
import { ReviewItem, reviewItems } from "./review-item";
import { rank } from "./risks/risk-rank";

/** What a pull request changes on the servers and in the tenant. */
export interface Review {
  readonly stack: string;
  /** Worst first; of equals what takes away first. */
  readonly items: readonly ReviewItem[];
  readonly risk: RiskLevel;
  /** The worst that nobody answers for: what a pipeline may refuse. */
  readonly openRisk: RiskLevel;
  readonly actors: readonly string[];
  readonly pointsOfNoReturn: number;
  readonly digest: Sides<string>;
  readonly sessions: Sides<readonly SessionEntry[]>;
  /** What stands after the change, for the picture. */
  readonly landscape: readonly LandscapePart[];
  readonly partners: PartnerCount;
  readonly findings: readonly Finding[];
  /** Undefined where a side holds no Terraform, such as a rendered runbook. */
  readonly terraform: TerraformPart | undefined;
  /** Undefined where a side is a manifest alone. */
  readonly scripts: readonly ScriptChange[] | undefined;
}

export interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

/** The cloud half of a comparison. */
export interface TerraformPart {
  /** Where it comes from: the two syntheses, or a plan against what really stands. */
  readonly from: "synthesis" | "plan";
  readonly changes: readonly ResourceChange[];
  /** What differs and changes nothing, a line each: mirrors of steps, updates of what was run. */
  readonly noise: readonly string[];
}

/** What is compared beside the two manifests. */
export interface Beside {
  readonly terraform?: TerraformPart;
  readonly scripts?: readonly ScriptChange[];
  readonly acceptances?: readonly Acceptance[];
}

export function review(before: Manifest, after: Manifest, beside: Beside = {}): Review {
  const changes = [...changesBetween(before, after), ...(beside.terraform?.changes ?? [])];
  const items = reviewItems(changes, beside.acceptances ?? []).sort(byWeight);
  const levels = items.map(({ risks }) => openLevel(risks)).sort((left, right) => rank(right) - rank(left));
  return {
    stack: after.stack,
    items,
    risk: items[0]?.risk.level ?? "info",
    openRisk: levels[0] ?? "info",
    actors: sortedSet(items.flatMap((item) => item.doers.map((doer) => doer.actor))),
    pointsOfNoReturn: items.filter((item) => item.undo.possible === "no").length,
    digest: { before: before.digest, after: after.digest },
    sessions: { before: before.sessions, after: after.sessions },
    landscape: after.landscape,
    partners: partnerCount(after),
    findings: after.findings,
    terraform: beside.terraform,
    scripts: beside.scripts,
  };
}

/** A stack that stands on one side only is compared with a declaration of nothing. */
export function nothing(stack: string): Manifest {
  return { schema: 1, stack, digest: "", steps: [], sessions: [], findings: [], released: [], landscape: [] };
}

function byWeight(left: ReviewItem, right: ReviewItem): number {
  return (
    rank(right.risk.level) - rank(left.risk.level) ||
    Number(right.sign === "-") - Number(left.sign === "-") ||
    byText(left.what, right.what)
  );
}

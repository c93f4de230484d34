import { printedJson } from "../runbook/log-line";
import { Review } from "./diff";
import { labelsOf } from "./labels";
import { ReviewItem } from "./review-item";
import { rank, worst } from "./risks/risk-rank";

export const REVIEW_SCHEMA = 1;

/** Reviews as data for pipelines, described by review.schema.json. */
export function renderJson(reviews: readonly Review[]): string {
  const levels = reviews.map(({ risk, openRisk }) => ({ level: risk, open: openRisk }));
  const [first, ...rest] = levels;
  const open = levels.map(({ open: level }) => level).sort((left, right) => rank(right) - rank(left));
  return printedJson({
    schema: REVIEW_SCHEMA,
    risk: first === undefined ? "info" : worst([first, ...rest]).level,
    openRisk: open[0] ?? "info",
    labels: labelsOf(reviews),
    stacks: reviews.map(stackData),
  });
}

function stackData(review: Review): object {
  const { stack, risk, openRisk, actors, pointsOfNoReturn, digest, sessions, items, terraform, scripts } = review;
  return {
    ...{ stack, risk, openRisk, actors, pointsOfNoReturn, digest, sessions },
    items: items.map(itemData),
    terraform: terraform === undefined ? null : { from: terraform.from, noise: terraform.noise },
    scripts: scripts === undefined ? null : scripts.map((script) => ({ ...script, patch: script.patch ?? null })),
  };
}

/** An item field by field: what is added to the class for a rendering does not slip into the data. */
function itemData(item: ReviewItem): object {
  const { sign, what, risk, risks, doers, people, users, undo, window, waits, checks, approvals, unverified } = item;
  return {
    ...{ sign, what, risk, risks, doers, people },
    users: users?.total === undefined ? null : { ...users, voice: users.voice ?? null },
    ...{ undo, window, waits, checks, approvals, unverified },
    ...{
      modules: item.modules,
      domains: item.domains,
      partners: item.partners,
      steps: item.steps,
      scripts: item.scripts,
      resources: item.resources,
    },
    details: item.details,
  };
}

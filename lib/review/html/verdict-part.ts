import { Review } from "../diff";
import { ReviewItem } from "../review-item";
import { digestText, noChanges } from "../verdict";
import { itemAnchors } from "./anchor";
import { badge } from "./badge";
import { breakable, Html, markup, NOTHING } from "./template";

/** What a reviewer has to know in ten seconds: how bad, who acts, whether there is a way back, what is approved. */
export function verdictPart(review: Review): Html {
  if (review.items.length === 0)
    return markup`<p class="lead">${noChanges(review)}</p>
      ${digestCard(review)}`;
  return markup`<div class="cards">
    ${riskCard(review)} ${actorsCard(review)} ${noReturnCard(review)} ${digestCard(review)}
  </div> `;
}

function riskCard({ risk, openRisk, items }: Review): Html {
  const worst = items.filter((item) => item.risk.level === risk);
  const reason = worst[0]?.risk.reason ?? "";
  const first = reason === "" ? NOTHING : markup`The first: ${reason}.`;
  const accepted = openRisk === risk ? NOTHING : markup`<p>Accepted risks left out: ${openRisk.toUpperCase()}.</p>`;
  return markup`<div class="card">
    <h3>Risk</h3>
    <p class="big">${badge(risk)}</p>
    <p>${worst.length} of ${items.length} ${items.length === 1 ? "change" : "changes"}. ${first}</p>
    ${accepted}
  </div>`;
}

function actorsCard({ actors, items }: Review): Html {
  const lines = actors.map((actor) => {
    const count = items.filter((item) => item.doers.some((doer) => doer.actor === actor)).length;
    return markup`<li><strong>${actor}</strong>: ${count} ${count === 1 ? "change" : "changes"}</li>`;
  });
  const who =
    actors.length === 0
      ? markup`<p class="big">Nobody</p>`
      : markup`<ul class="plain">
          ${lines}
        </ul>`;
  return markup`<div class="card">
    <h3>Who must act</h3>
    ${who}
  </div>`;
}

/** How many changes without a way back are named; the table below holds them all. */
const NAMED = 4;

function noReturnCard({ stack, pointsOfNoReturn, items }: Review): Html {
  if (pointsOfNoReturn === 0) {
    return markup`<div class="card">
      <h3>Points of no return</h3>
      <p class="big">None</p>
      <p>Every change can be undone${lossy(items)}.</p>
    </div>`;
  }
  const anchors = itemAnchors(stack, items);
  const finals = items.flatMap((item, index) =>
    item.undo.possible === "no"
      ? [markup`<li><a href="#${anchors[index] ?? ""}">${index + 1}. ${item.what}</a></li>`]
      : [],
  );
  const rest = finals.length - NAMED;
  return markup`<div class="card alarm">
    <h3>Points of no return</h3>
    <p class="big">${pointsOfNoReturn}</p>
    <ul class="plain">
      ${finals.slice(0, NAMED)}${rest > 0 ? markup`<li>and ${rest} more</li>` : NOTHING}
    </ul>
  </div>`;
}

function lossy(items: readonly ReviewItem[]): string {
  const count = items.filter((item) => item.undo.possible === "with loss").length;
  return count === 0 ? "" : `, ${count} of them with loss`;
}

function digestCard({ digest }: Review): Html {
  const full = (name: string, value: string): Html =>
    value === "" ? NOTHING : markup`<p class="full">${name} <code>${value}</code></p>`;
  return markup`<div class="card digest">
    <h3>Digest to approve</h3>
    <p class="big mono">${breakable(digestText(digest.after))}</p>
    <p>Before: <code>${digestText(digest.before)}</code></p>
    ${full("In full:", digest.after)}
  </div>`;
}

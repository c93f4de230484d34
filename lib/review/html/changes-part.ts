import { Review } from "../diff";
import { openLevel } from "../item-risk";
import { ReviewItem } from "../review-item";
import { rank } from "../risks/risk-rank";
import { Sign } from "../sentence";
import { actorsOf, factsOf, shownDetails } from "../verdict";
import { itemAnchors } from "./anchor";
import { badge } from "./badge";
import { breakable, Html, markup, NOTHING } from "./template";

const SIGNS: Readonly<Record<Sign, string>> = { "+": "added", "~": "changed", "-": "taken away" };

/** The table of changes: what decides in a row, everything else folded below it. */
export function changesPart({ stack, items }: Review): Html {
  if (items.length === 0) return NOTHING;
  const anchors = itemAnchors(stack, items);
  return markup`<table class="changes">
    <caption>
      Changes
    </caption>
    <thead>
      <tr>
        <th scope="col" class="n">No.</th>
        <th scope="col" class="risk" data-key="risk">Risk</th>
        <th scope="col" class="what" data-key="what">What changes</th>
        <th scope="col" data-key="who">Who</th>
        <th scope="col">People</th>
        <th scope="col">Undo</th>
        <th scope="col">When</th>
      </tr>
    </thead>
    ${items.map((item, index) => itemBody(item, index + 1, anchors[index] ?? ""))}
  </table> `;
}

function itemBody(item: ReviewItem, number: number, anchor: string): Html {
  const { sign, what, risk, undo } = item;
  const who = actorsOf(item);
  const accepted = openLevel(item.risks) === risk.level ? NOTHING : markup`<br><span class="note">accepted</span>`;
  return markup`<tbody class="item" id="${anchor}" data-risk="${rank(risk.level)}">
    <tr>
      <td class="n"><a href="#${anchor}" title="Link to this change">${number}</a></td>
      <td class="risk">${badge(risk.level)}${accepted}</td>
      <th scope="row" class="what"><span class="sign" title="${SIGNS[sign]}">${sign}</span> ${breakable(what)}</th>
      <td data-label="Who" class="who">${who}</td>
      <td data-label="People">${peopleShort(item)}</td>
      <td data-label="Undo">${undo.possible === "no" ? markup`<strong>no</strong>` : undo.possible}</td>
      <td data-label="When">${whenShort(item)}</td>
    </tr>
    <tr class="more">
      <td colspan="7">
        <details>
          <summary>${risk.reason === "" ? "Details" : risk.reason}</summary>
          ${inFull(item)}
        </details>
      </td>
    </tr>
  </tbody> `;
}

/** The number alone: where these people are homed stands below. */
function peopleShort({ people }: ReviewItem): string {
  const [count = ""] = people.split(" (");
  return /^\d+$/.test(count) ? count.replace(/\B(?=(\d{3})+$)/g, ",") : count;
}

/** Whether it needs a window; what stops meanwhile stands below. */
function whenShort({ window, outages }: ReviewItem): string {
  return outages.length === 0 ? window : "in a window";
}

function inFull(item: ReviewItem): Html {
  // The reason is what the fold is called.
  const facts = factsOf(item)
    .filter(([name]) => name !== "Why")
    .map(
      ([name, text]) =>
        markup`<div>
          <dt>${name}</dt>
          <dd>${breakable(text)}</dd>
        </div>`,
    );
  const lines = shownDetails(item).map((line) => markup`<li>${breakable(line)}</li>`);
  const details =
    lines.length === 0
      ? NOTHING
      : markup`<div>
          <dt>Values</dt>
          <dd>
            <ul class="values">
              ${lines}
            </ul>
          </dd>
        </div>`;
  return markup`<dl>${facts}${details}${acceptances(item)}</dl>`;
}

function acceptances({ risks }: ReviewItem): readonly Html[] {
  return risks.flatMap(({ rule, accepted }) =>
    accepted.map(
      ({ who, reason, until, subject }) =>
        markup`<div>
          <dt>Accepted</dt>
          <dd>${rule}, ${breakable(subject)}: ${reason} (${who}, until ${until})</dd>
        </div>`,
    ),
  );
}

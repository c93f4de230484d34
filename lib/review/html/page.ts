import { createHash } from "node:crypto";
import { rank } from "../risks/risk-rank";
import { diagramsOf } from "../diagram";
import { Review } from "../diff";
import { verdictParts } from "../verdict";
import { stackAnchor } from "./anchor";
import { changesPart } from "./changes-part";
import { findingsPart, scriptsPart, sessionsPart, terraformPart } from "./folded-parts";
import { picture } from "./picture";
import { SCRIPT } from "./script";
import { STYLE } from "./style";
import { breakable, Html, markup, NOTHING } from "./template";
import { verdictPart } from "./verdict-part";

/**
 * Reviews as one HTML page that is complete in itself: it loads nothing, runs its own script alone, and prints with everything
 * unfolded.
 */
export function renderHtml(reviews: readonly Review[]): string {
  const title = titleOf(reviews);
  const isMany = reviews.length > 1;
  return markup`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${policy()}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>${title}</title>
        <style>${new Html(STYLE)}</style>
      </head>
      <body>
        <header>
          <p class="kicker">Review of a hybrid deployment</p>
          <h1>${title}</h1>
          ${isMany ? contents(reviews) : NOTHING}
        </header>
        <main>${isMany ? controls(reviews) : NOTHING}${reviews.map((review) => article(review, isMany))}</main>
        <footer>
          <p>
            Made by lync-hybrid from files alone: no server and no tenant was asked. Who approves compares the digest
            with the one that the controller names.
          </p>
        </footer>
        <script>${new Html(SCRIPT)}</script>
      </body>
    </html>
`.text;
}

function titleOf(reviews: readonly Review[]): string {
  const [first] = reviews;
  if (first === undefined) return "No stack";
  if (reviews.length > 1) return `${reviews.length} stacks`;
  return first.items.length === 0 ? `${first.stack}: no changes` : `${first.stack}: ${verdictParts(first).join(", ")}`;
}

/** Nothing is allowed but what stands on the page: its style and its script, by their hashes. */
function policy(): string {
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
  return `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; base-uri 'none'; form-action 'none'`;
}

/** Stacks with their verdicts, the worst first. */
function contents(reviews: readonly Review[]): Html {
  const sorted = [...reviews].sort((left, right) => rank(right.risk) - rank(left.risk));
  const lines = sorted.map((review) => {
    const told = review.items.length === 0 ? "no changes" : verdictParts(review).join(", ");
    return markup`<li><a href="#${stackAnchor(review.stack)}">${breakable(review.stack)}</a>: ${told}</li>`;
  });
  return markup`<nav aria-label="Stacks">
    <ul class="plain">
      ${lines}
    </ul>
  </nav>`;
}

/** Shown by the script, without which they would do nothing. */
function controls(reviews: readonly Review[]): Html {
  if (reviews.every(({ items }) => items.length === 0)) return NOTHING;
  return markup`<form class="controls" role="search" hidden>
    <label>Search <input type="search" id="search" autocomplete="off" spellcheck="false"></label>
    <label>
      Sort by
      <select id="sort">
        <option value="risk">risk</option>
        <option value="who">who acts</option>
        <option value="what">what changes</option>
      </select>
    </label>
    <button type="button" id="unfold" aria-pressed="false">Unfold all</button>
    <output id="count" aria-live="polite"></output>
  </form> `;
}

function article(review: Review, isMany: boolean): Html {
  const anchor = stackAnchor(review.stack);
  const told = review.items.length === 0 ? "no changes" : verdictParts(review).join(", ");
  const [landscape, flow] = diagramsOf(review);
  const part = (name: string, title: string, content: Html): Html =>
    markup`<section>
      <h3 id="${anchor}-${name}">${title}</h3>
      ${content}
    </section> `;
  const heading = isMany ? markup`<h2>` : markup`<h2 class="unseen">`;
  return markup`<article id="${anchor}">
    ${heading}${breakable(review.stack)}: ${told}</h2>
    ${verdictPart(review)} ${isMany ? NOTHING : controls([review])} ${changesPart(review)}
    ${part("terraform", "Terraform", terraformPart(review))}
    ${part("sessions", "Sessions", sessionsPart(review))}
    ${part("scripts", "Scripts", scriptsPart(review))}
    ${part("findings", "Findings", findingsPart(review))}
    ${part("topology", "Topology", picture(landscape, `${anchor}-map`))}
    ${part("flow", "Who is called when", picture(flow, `${anchor}-flow`))}
  </article>`;
}

import { existsSync } from "node:fs";
import * as errors from "../errors";
import { RISK_LEVELS, RiskLevel } from "../onprem/step";
import { Review } from "../review/diff";
import { renderHtml } from "../review/html/page";
import { renderJson } from "../review/json-rendering";
import { COMMENT_BYTES, LEAST_BYTES, renderMarkdown } from "../review/markdown-rendering";
import { renderText } from "../review/text-rendering";
import { WIDTH } from "../runbook/terminal-text";
import { sortedSet } from "../values/text-order";
import { acceptedRisks, noteIdle } from "./accepted-risks";
import { stacksAt } from "./manifests";
import { reviewsOf } from "./reviews";
import { Exit, Terminal } from "./terminal";
import { dayOf } from "./today";

export interface DiffOptions {
  readonly format: "text" | "markdown" | "json" | "html";
  /** The same as format json. */
  readonly json: boolean;
  readonly detailedExitcode: boolean;
  /** The worst level that passes. @default - none is refused */
  readonly maxRisk?: RiskLevel;
  /** @default - accepted-risks.json in the working directory, where there is one */
  readonly acceptedRisks?: string;
  /** Day on which acceptances are judged, YYYY-MM-DD. @default - today */
  readonly today?: string;
  /** Plans as JSON: a path, or <stack>=<path> where there are several stacks. @default - the syntheses are compared */
  readonly tfplan?: readonly string[];
  /** Bytes of the Markdown of all stacks. @default - 60000 */
  readonly maxBytes?: string;
  /** Columns of the text. @default - those of the terminal, or 100 */
  readonly width?: string;
}

const ACCEPTED = "accepted-risks.json";

/** Compares what two syntheses say. It reads files alone: no server, no tenant, no credentials, no main.ts. */
export function diff(before: string, after: string, options: DiffOptions, terminal: Terminal): Exit {
  const file = options.acceptedRisks ?? (existsSync(ACCEPTED) ? ACCEPTED : undefined);
  const acceptances = acceptedRisks(file, dayOf(options.today), terminal);
  const reviews = reviewsOf(stacksAt(before), stacksAt(after), after, { acceptances, plans: options.tfplan ?? [] });
  noteIdle(reviews, acceptances, terminal);
  terminal.data(rendered(reviews, options, terminal));
  return verdict(reviews, options, terminal);
}

function rendered(reviews: readonly Review[], options: DiffOptions, terminal: Terminal): string {
  const changed = reviews.filter((of) => of.items.length > 0);
  if (options.json || options.format === "json") return renderJson(reviews);
  if (options.format === "html") return renderHtml(reviews);
  if (options.format === "markdown") {
    const budget = numberOf("--max-bytes", options.maxBytes, COMMENT_BYTES, LEAST_BYTES);
    const share = Math.floor(budget / Math.max(1, changed.length));
    if (share < LEAST_BYTES) throw tooManyStacks(budget, changed.length);
    // A stack without a change is told too: a comment that stood there before is replaced.
    return reviews.map((of) => renderMarkdown(of, share)).join("\n");
  }
  const width = numberOf("--width", options.width, terminal.columns ?? WIDTH, 1);
  const look = { width, colour: terminal.colour };
  if (changed.length === 0) return sortedSet(reviews.map((of) => renderText(of, look))).join("");
  return changed.map((of) => renderText(of, look)).join("\n");
}

function verdict(reviews: readonly Review[], options: DiffOptions, terminal: Terminal): Exit {
  const { maxRisk } = options;
  if (maxRisk !== undefined) {
    const refused = reviews.filter(({ openRisk }) => RISK_LEVELS.indexOf(openRisk) > RISK_LEVELS.indexOf(maxRisk));
    for (const { stack, openRisk } of refused) {
      terminal.note(
        `${stack}: ${openRisk} risk is above --max-risk ${maxRisk} and not accepted. Change the declaration, or let ` +
          `somebody answer for it in ${options.acceptedRisks ?? ACCEPTED}: rule and subject stand under Rule.\n`,
      );
    }
    if (refused.length > 0) return Exit.RISK;
  }
  const isChanged = reviews.some((of) => of.items.length > 0);
  return options.detailedExitcode && isChanged ? Exit.CHANGES : Exit.FINE;
}

function numberOf(option: string, text: string | undefined, otherwise: number, least: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw errors.badOption(option, text, `it must be a whole number from ${least} on`, "give another one");
}

function tooManyStacks(budget: number, stacks: number): Error {
  const reason = `${stacks} stacks change, and each needs ${LEAST_BYTES}`;
  return errors.badOption("--max-bytes", String(budget), reason, "compare the stacks one by one");
}

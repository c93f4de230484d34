import * as errors from "../errors";
import { nothing, Review, review } from "../review/diff";
import { renderMarkdown } from "../review/markdown-rendering";
import { renderText } from "../review/text-rendering";
import { Manifest } from "../runbook/manifest";
import { sortedSet } from "../values/text-order";
import { manifestsAt } from "./manifests";
import { Exit, Terminal } from "./terminal";

export interface DiffOptions {
  readonly format: "text" | "markdown";
  readonly detailedExitcode: boolean;
}

/** Compares what two syntheses say. It reads files alone: no server, no tenant, no credentials, no main.ts. */
export function diff(before: string, after: string, options: DiffOptions, terminal: Terminal): Exit {
  const reviews = reviewsOf(before, after);
  const changed = reviews.filter((of) => of.items.length > 0);
  const render = options.format === "markdown" ? renderMarkdown : renderText;
  // Stacks without a change are silent beside one that has some; a comment that stood there before is replaced.
  const isSilent = options.format === "text" && changed.length > 0;
  const shown = isSilent ? changed : reviews;
  const texts = shown.map(render);
  terminal.data(options.format === "text" && changed.length === 0 ? sortedSet(texts).join("") : texts.join("\n"));
  return options.detailedExitcode && changed.length > 0 ? Exit.CHANGES : Exit.FINE;
}

function reviewsOf(before: string, after: string): Review[] {
  const left = manifestsAt(before);
  const right = manifestsAt(after);
  const [first] = left;
  const [second] = right;
  if (first !== undefined && second !== undefined && left.length === 1 && right.length === 1) {
    if (first.stack !== second.stack) throw otherStack(after, first.stack, second.stack);
  }
  const stacks = sortedSet([...left, ...right].map((manifest) => manifest.stack));
  const of = (manifests: readonly Manifest[], stack: string): Manifest =>
    manifests.find((manifest) => manifest.stack === stack) ?? nothing(stack);
  return stacks.map((stack) => review(of(left, stack), of(right, stack)));
}

function otherStack(path: string, stack: string, other: string): Error {
  const move = "compare two runbooks of one stack";
  return errors.notReadable(`a runbook of the stack "${stack}"`, path, `it belongs to "${other}"`, move);
}

/** What is wrong with a call of the command line. */

import { HybridError, quoted } from "./hybrid-error";

export function unknownCode(code: string, near: readonly string[]): HybridError {
  return new HybridError(
    `nothing is known of ${quoted(code)}${meant(near)}: write a rule id, an error code or a piece of the message; ` +
      `lync-hybrid explain --list prints all of them.`,
  );
}

export function nothingToExplain(): HybridError {
  return new HybridError(
    "explain needs a code, such as HYB-FED-019 or 1066: name one, or print all of them with --list.",
  );
}

export function unknownStep(id: string, stack: string, near: readonly string[]): HybridError {
  return new HybridError(
    `the runbook of the stack ${quoted(stack)} has no step ${quoted(id)}${meant(near)}: lync-hybrid runbook list prints ` +
      `the ids of its steps.`,
  );
}

export function severalRunbooks(path: string, stacks: readonly string[]): HybridError {
  return new HybridError(
    `${quoted(path)} holds the runbooks of ${stacks.map(quoted).join(", ")}: name one of them with --stack.`,
  );
}

export function noSuchRunbook(path: string, stack: string, stacks: readonly string[]): HybridError {
  const held = stacks.length === 0 ? "it holds no runbook" : `it holds ${stacks.map(quoted).join(", ")}`;
  return new HybridError(
    `${quoted(path)} has no runbook of the stack ${quoted(stack)}: ${held}; correct --stack or --from.`,
  );
}

export function noRunbook(path: string): HybridError {
  return new HybridError(`${quoted(path)} holds no runbook: run cdktf synth, or name another folder with --from.`);
}

function meant(near: readonly string[]): string {
  return near.length === 0 ? "" : ` (did you mean ${near.map(quoted).join(" or ")}?)`;
}

import { withoutUnseen } from "../values/unseen";

/** What this library throws. Its stack is cut: the reader needs the sentence, not our frames. */
export class HybridError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = "HybridError";
    this.stack = `HybridError: ${message}`;
  }
}

/** A value as it stands in an error: whatever it holds, it stays on one line, is seen to end, and moves no cursor. */
export function quoted(value: string): string {
  return withoutUnseen(JSON.stringify(value));
}

import { jsonText } from "../runbook/json-text";
import { withoutUnseen } from "../values/unseen";

/** Data as JSON that may be looked at in a terminal: whatever a name holds, nothing of it acts there. */
export function jsonOutput(value: unknown): string {
  return withoutUnseen(jsonText(value));
}

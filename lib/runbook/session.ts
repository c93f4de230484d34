import { Shell } from "../onprem/shell";
import { Step } from "../onprem/step";

/** What one person does at one sitting: consecutive steps of one shell on one host. */
export interface Session {
  readonly number: number;
  readonly shell: Shell;
  readonly host: string;
  readonly steps: readonly Step[];
}

/** @param steps in execution order */
export function sessionsOf(steps: readonly Step[]): Session[] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const current = groups[groups.length - 1];
    const first = current?.[0];
    if (current !== undefined && first?.shell === step.shell && first.host === step.host) current.push(step);
    else groups.push([step]);
  }
  return groups.flatMap((group, index) => {
    const first = group[0];
    return first === undefined ? [] : [{ number: index + 1, shell: first.shell, host: first.host, steps: group }];
  });
}

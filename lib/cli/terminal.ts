/** Where a command writes: data goes to one side, so that it can be piped, what it says about itself to the other. */
export interface Terminal {
  readonly data: (text: string) => void;
  readonly note: (text: string) => void;
  /** Columns of the data side; undefined where it is a file or a pipe. */
  readonly columns: number | undefined;
  /** Whether the data side shows colours. */
  readonly colour: boolean;
}

export const TERMINAL: Terminal = {
  data: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  colour: showsColour(process.stdout.isTTY, process.env),
};

/** Colours are for people at a terminal who did not ask for none (no-color.org). */
export function showsColour(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  return isTerminal && (environment.NO_COLOR ?? "") === "" && environment.TERM !== "dumb";
}

/** Exit codes of every command; of several that apply the largest is taken. */
export enum Exit {
  FINE = 0,
  /** Wrong use, or the tool could not do it. */
  FAILURE = 1,
  /** Only when asked for with --detailed-exitcode. */
  CHANGES = 2,
  /** Findings at or above --fail-on that nobody accepted. */
  FINDINGS = 3,
  /** Changes worse than --max-risk that nobody accepted. */
  RISK = 4,
}

/** Where a command writes: data goes to one side, so that it can be piped, what it says about itself to the other. */
export interface Terminal {
  readonly data: (text: string) => void;
  readonly note: (text: string) => void;
}

export const TERMINAL: Terminal = {
  data: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
};

/** Exit codes of every command. 3 and 4 are kept for findings and risks that a pipeline refuses. */
export enum Exit {
  FINE = 0,
  /** Wrong use, or the tool could not do it. */
  FAILURE = 1,
  /** Only when asked for with --detailed-exitcode. */
  CHANGES = 2,
}

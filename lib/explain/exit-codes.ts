/** The two programs that a pipeline or a person asks for an exit code. */
export const PROGRAMS = ["lync-hybrid", "Invoke-Runbook.ps1"] as const;
export type Program = (typeof PROGRAMS)[number];

export interface ExitCode {
  readonly program: Program;
  readonly number: number;
  readonly meaning: string;
  /** What to do about it. */
  readonly next: string;
}

function of(program: Program, number: number, meaning: string, next: string): ExitCode {
  return { program, number, meaning, next };
}

const CLI: readonly ExitCode[] = [
  of("lync-hybrid", 0, "Fine; without --detailed-exitcode also when something changes.", "Nothing to do."),
  of("lync-hybrid", 1, "Wrong use, or the tool could not do it.", "Read the line on stderr: it says the next move."),
  of("lync-hybrid", 2, "Something changes or is open. Only with --detailed-exitcode.", "Read what was printed."),
  of("lync-hybrid", 3, "Findings at or above --fail-on.", "Mend what they name, or acknowledge them in main.ts."),
  of("lync-hybrid", 4, "Changes above --max-risk without an acceptance.", "Have them accepted, or leave them out."),
];

const CONTROLLER: readonly ExitCode[] = [
  of(
    "Invoke-Runbook.ps1",
    0,
    "Nothing to do, or all done.",
    "After -Apply: lync-hybrid receipts add <hand-over file>.",
  ),
  of(
    "Invoke-Runbook.ps1",
    1,
    "Something failed, is unknown, unconfirmed or refused.",
    "Read the reasons, mend what they name, and run the same line again.",
  ),
  of(
    "Invoke-Runbook.ps1",
    2,
    "A dry run would change something.",
    "Have the digest approved, then run the line that was printed.",
  ),
  of(
    "Invoke-Runbook.ps1",
    3,
    "The folder or its digest is not what was approved. Nothing was run.",
    "Copy the folder afresh, or have this digest approved.",
  ),
  of(
    "Invoke-Runbook.ps1",
    4,
    "Another run holds the state folder. Nothing was run.",
    "Wait until it ends, then run the same line again.",
  ),
  of(
    "Invoke-Runbook.ps1",
    5,
    "Go on in another shell.",
    "Type the line that was printed, in the shell that was named.",
  ),
  of(
    "Invoke-Runbook.ps1",
    6,
    "A person must act.",
    "Do what Waiting says, sign off with the line printed there, run again.",
  ),
  of("Invoke-Runbook.ps1", 7, "Blocked.", "Read why the steps wait, do what they name, and run the same line again."),
  of("Invoke-Runbook.ps1", 64, "Wrong use. Nothing was run.", "Get-Help .\\Invoke-Runbook.ps1 -Full"),
];

/** Every exit code of both programs, by program and number. */
export const EXIT_CODES: readonly ExitCode[] = [...CLI, ...CONTROLLER];

/** Which code the controller gives when several would be right, first one first. */
export const CONTROLLER_PRECEDENCE: readonly number[] = [64, 3, 4, 1, 7, 6, 5, 2, 0];

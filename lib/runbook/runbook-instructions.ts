import { powershellBlock, table } from "./markdown";

/** What is the same in every runbook: how to start. */
export function startPage(): string[] {
  return [
    "## Before you start",
    "",
    "1. Copy this whole folder to the host of each session. Do not edit it: the controller compares every file with its checksum and refuses a changed one.",
    "2. Choose a state folder that every session can reach (a share), or carry the hand-over file from one to the next. Keep it: it is the record of what was done. It names people who ran steps, so only administrators may read it.",
    "3. Compare the digest above with the one that was approved.",
    "4. Open the shell of the session as the named role, and look before you write: without `-Apply` the controller only reads, and prints the calls it would make.",
    "",
    "The first run of a session needs nothing but the shell. Windows PowerShell asks before it runs downloaded scripts; if your policy wants signatures, sign the scripts: the checksum leaves an Authenticode block out.",
    "",
    "Never run on Windows PowerShell 3.0 to 5.1, a real Lync Server or a real tenant by the makers of this tool: every script was run on the PowerShell engine against a simulator. Read the dry run.",
    "",
  ];
}

/** How to end, and what the exit codes mean. */
export function endPage(stack: string): string[] {
  return [
    "## When it stops",
    "",
    ...table(
      ["Exit", "Means", "Do"],
      [
        ["0", "nothing to do, or all done", "go on with the next session, or finish"],
        [
          "1",
          "a step failed, was refused, could not be read or not be confirmed",
          "read the reason above the summary, mend it, run the same line again",
        ],
        ["2", "dry run: something would change", "read it; add -Apply -Approved when it is right"],
        ["3", "the folder or the digest is not what was approved", "copy the approved folder again"],
        ["4", "another run holds the state folder", "wait for it; the text says who"],
        ["5", "hand-over", "go on in the shell that is named, with the line that is printed"],
        ["6", "a person has to do something", "do it and sign it off"],
        ["7", "blocked: a predecessor is missing, or an entry that nobody declared", "the text names it"],
        ["64", "wrong use", "read the line that is printed"],
      ],
    ),
    "",
    "A run that was killed is run again with the same line: it reads first, and goes on where it stopped.",
    "",
    "## When it is done",
    "",
    "Commit what was done, so that the next plan knows it:",
    "",
    ...powershellBlock([`npx lync-hybrid receipts add <state folder>/${stack}.handover.json`]),
  ];
}

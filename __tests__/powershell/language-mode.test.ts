import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { Simulator } from "../instruments/simulator";

const { onprem } = synthContoso();

test("Constrained Language mode is said in the first line, with what to do, and nothing is read", async () => {
  const script = join(temporaryFolder(), "constrained.ps1");
  const constrain = "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'";
  writeFileSync(script, `${constrain}\n& '${join(onprem, "Invoke-Runbook.ps1")}' -Shell lync\nexit $LASTEXITCODE\n`);
  const { exitCode, stdout, stderr, calls } = await Simulator.from("right").runScript("lync", script);
  expect({ exitCode, stderr, calls }).toEqual({ exitCode: 64, stderr: "", calls: [] });
  expect(stdout).toMatch(/^This session runs in ConstrainedLanguage mode/);
  expect(stdout).toContain("Open a session in FullLanguage mode");
});

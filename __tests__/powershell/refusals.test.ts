import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";

const original = synthContoso().onprem;
const STEP = "30-share/CsHostingProvider.Office365.ps1";

/** A copy of the folder that may be spoilt. */
function folder(): string {
  const copy = join(temporaryFolder(), "onprem");
  cpSync(original, copy, { recursive: true });
  return copy;
}

async function applied(onprem: string, digest: string): Promise<{ exitCode: number; text: string; calls: number }> {
  const simulator = Simulator.from("nothing");
  const args = ["-State", simulator.stateFolder, "-Apply", "-Approved", digest];
  const run = await simulator.run("lync", onprem, args);
  return { exitCode: run.exitCode, text: `${run.stdout}${run.stderr}`, calls: run.calls.length };
}

describe("the controller stops before it reads a server", () => {
  test("when the digest is not the approved one", async () => {
    const result = await applied(folder(), "000000000000");
    expect(result).toMatchObject({ exitCode: 3, calls: 0 });
    expect(result.text).toContain(approvedDigest(original));
  });

  test("when a byte of a script was changed: the script is named", async () => {
    const onprem = folder();
    appendFileSync(join(onprem, STEP), "#");
    const result = await applied(onprem, approvedDigest(original));
    expect(result).toMatchObject({ exitCode: 3, calls: 0 });
    expect(result.text).toContain("CsHostingProvider.Office365.ps1");
  });

  test("when the changed script's line in checksums.json was mended as well: the digest tells", async () => {
    const onprem = folder();
    const sum = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
    const path = join(onprem, STEP);
    const before = sum(path);
    appendFileSync(path, "#");
    const checksums = join(onprem, "checksums.json");
    writeFileSync(checksums, readFileSync(checksums, "utf8").replace(before, sum(path)));
    const result = await applied(onprem, approvedDigest(original));
    expect(result).toMatchObject({ exitCode: 3, calls: 0 });
    expect(approvedDigest(onprem)).not.toBe(approvedDigest(original));
  });

  test("when a script lies in the folder that nobody listed", async () => {
    const onprem = folder();
    writeFileSync(join(onprem, "20-federate", "planted.ps1"), "Write-Output 'planted'\r\n");
    const result = await applied(onprem, approvedDigest(original));
    expect(result).toMatchObject({ exitCode: 3, calls: 0 });
    expect(result.text).toContain("planted.ps1");
  });

  test("when a script is missing", async () => {
    const onprem = folder();
    rmSync(join(onprem, STEP));
    const result = await applied(onprem, approvedDigest(original));
    expect(result).toMatchObject({ exitCode: 3, calls: 0 });
    expect(result.text).toContain("CsHostingProvider.Office365.ps1");
  });

  test.each([
    ["-Apply without -Approved", ["-Apply", "-State", "state"]],
    ["-Apply without -State", ["-Apply", "-Approved", approvedDigest(original)]],
    ["an unknown step", ["-Step", "CsHostingProvider/Elsewhere"]],
    ["an unknown phase", ["-Phase", "35-nowhere"]],
  ])("on %s", async (_what, args) => {
    const simulator = Simulator.from("nothing");
    const run = await simulator.run("lync", original, args);
    expect(run.exitCode).toBe(64);
    expect(run.calls).toEqual([]);
    expect(`${run.stdout}${run.stderr}`).not.toBe("");
  });

  test("in the wrong shell: it says which one to open", async () => {
    const simulator = Simulator.from("nothing");
    const controller = join(original, "Invoke-Runbook.ps1");
    const run = await simulator.runScript("teams", controller, ["-Shell", "lync"]);
    expect(run.exitCode).toBe(64);
    expect(`${run.stdout}${run.stderr}`).toContain("Lync Server Management Shell");
  });
});

describe("what cannot be read is unknown, and nothing is written", () => {
  async function faulty(faults: NonNullable<Parameters<Operator["apply"]>[1]>["faults"]): Promise<{
    readonly text: string;
    readonly exitCode: number;
    readonly providerWrites: number;
  }> {
    const anna = new Operator(Simulator.from("foreign"), original);
    anna.simulator.change((state) => {
      state.allowedDomains = [];
    });
    await anna.signOff();
    const run = await anna.apply("lync", { faults: faults ?? [] });
    const writes = run.writes.filter(({ command }) => command.endsWith("CsHostingProvider"));
    return { text: run.stdout, exitCode: run.exitCode, providerWrites: writes.length };
  }

  test("when a read fails", async () => {
    const result = await faulty([{ command: "Get-CsHostingProvider", nth: 1, fault: "error", text: "no contact" }]);
    expect(result).toMatchObject({ exitCode: 1, providerWrites: 0 });
    expect(result.text).toMatch(/Unknown +CsHostingProvider\/Office365/);
    expect(result.text).toContain("no contact");
    expect(result.text).toMatch(/Blocked +cms-replication/);
  });

  test("when an answer is empty once: it is asked again, and two answers that differ are none", async () => {
    const result = await faulty([{ command: "Get-CsHostingProvider", nth: 1, fault: "empty" }]);
    expect(result).toMatchObject({ exitCode: 1, providerWrites: 0 });
    expect(result.text).toMatch(/Unknown +CsHostingProvider\/Office365/);
  });

  test("when a declared property is not in the answer", async () => {
    const fault = {
      command: "Get-CsHostingProvider",
      nth: 1,
      fault: "missing-property",
      property: "HostsOCSUsers",
    } as const;
    const result = await faulty([fault]);
    expect(result).toMatchObject({ exitCode: 1, providerWrites: 0 });
    expect(result.text).toContain("HostsOCSUsers");
  });

  test("when a singleton seems not to be there", async () => {
    const result = await faulty([{ command: "Get-CsAccessEdgeConfiguration", nth: 1, times: 2, fault: "empty" }]);
    expect(result.exitCode).toBe(1);
    expect(result.text).toMatch(/Unknown +CsAccessEdgeConfiguration\/Global/);
    expect(result.providerWrites).toBe(0);
  });

  test("but an error from a write that happened is no failure: the second read decides", async () => {
    const result = await faulty([
      { command: "Set-CsHostingProvider", nth: 1, fault: "error-after", text: "timed out" },
    ]);
    expect(result.exitCode).toBe(5);
    expect(result.text).toMatch(/Changed +CsHostingProvider\/Office365/);
  });

  test("and a write that failed is said, with the reason", async () => {
    const result = await faulty([{ command: "Set-CsHostingProvider", nth: 1, fault: "error", text: "access denied" }]);
    expect(result.exitCode).toBe(1);
    expect(result.text).toMatch(/Failed +CsHostingProvider\/Office365/);
    expect(result.text).toContain("access denied");
  });
});

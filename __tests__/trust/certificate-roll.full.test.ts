import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Baseline, EMPTY_BASELINE } from "../../lib/runbook/baseline";
import { addReceipts, parseHandover } from "../../lib/runbook/receipts";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { GraphState, SimulatedRun } from "../instruments/simulator";
import { sentence, synthesize } from "../rules/synthesis";
import {
  declareTrust,
  directory,
  EXCHANGE_ONLINE,
  folderOf,
  LYNC_SERVERS,
  RENEWED,
  THUMBPRINT,
  TrustOptions,
  trustingServers,
} from "./trusted-deployment";

const NEW = new X509Certificate(readFileSync(RENEWED)).fingerprint.replace(/:/g, "");

function synth(options: TrustOptions): string {
  const synthesis = synthesize((stack) => declareTrust(stack, { exchange: null, ...options }));
  if (synthesis.error !== undefined) throw new Error(sentence(synthesis.error));
  return folderOf(synthesis);
}

interface ListedStep {
  readonly id: string;
  readonly phase: string;
  readonly shape: string;
  readonly after: readonly string[];
}

function stepsOf(onprem: string): ListedStep[] {
  const text = readFileSync(join(onprem, "steps.json"), "utf8");
  return (JSON.parse(text) as { steps: ListedStep[] }).steps;
}

/** The part of the runbook that is about trust, in the shell of the tenant and in that of the servers. */
function apply({ simulator, onprem }: Operator, shell: "graph" | "lync"): Promise<SimulatedRun> {
  const phases = new Set(stepsOf(onprem).map(({ phase }) => phase));
  const trust = ["40-integrate", "90-retire"].filter((phase) => phases.has(phase));
  const what = ["-Phase", trust.join(","), "-State", simulator.stateFolder];
  return simulator.run(shell, onprem, [...what, "-Apply", "-Approved", approvedDigest(onprem)]);
}

async function assign(anna: Operator, thumbprint: string): Promise<void> {
  await anna.signOff(`import-oauth-certificate/${thumbprint}`);
  await apply(anna, "lync");
}

/** Servers and a tenant that trust each other by the first certificate, and the baseline that says so. */
async function trusting(): Promise<{ anna: Operator; baseline: Baseline }> {
  const anna = new Operator(trustingServers(), synth({}));
  anna.simulator.change((state) => state.computerStore.push(NEW));
  await apply(anna, "graph");
  await assign(anna, THUMBPRINT);
  const handover = parseHandover(anna.handover(), readFileSync(anna.handover(), "utf8"));
  return { anna, baseline: addReceipts(EMPTY_BASELINE, handover) };
}

function thumbprints(graph: GraphState | undefined, application: string): string[] {
  const keys = graph?.principals.find(({ AppId }) => AppId === application)?.KeyCredentials ?? [];
  return keys.map((key) => Buffer.from(key.CustomKeyIdentifier, "base64").toString("hex").toUpperCase());
}

describe("a renewed certificate", () => {
  let anna: Operator;
  let onprem: string;
  beforeAll(async () => {
    const first = await trusting();
    onprem = synth({ tokenCertificate: RENEWED, baseline: first.baseline });
    anna = new Operator(first.anna.simulator, onprem);
  });
  const ours = (): string[][] =>
    [EXCHANGE_ONLINE, LYNC_SERVERS].map((application) =>
      thumbprints(anna.simulator.state().graph, application).filter((name) => [THUMBPRINT, NEW].includes(name)),
    );

  test("has its two keys uploaded before it is assigned, and the old ones taken back after that", () => {
    const steps = stepsOf(onprem);
    const assigned = steps.find(({ id }) => id === "CsCertificate/OAuthTokenIssuer");
    expect(assigned?.after).toEqual([
      `PrincipalKey/${NEW}/exchange-online`,
      `PrincipalKey/${NEW}/lync-servers`,
      `import-oauth-certificate/${NEW}`,
    ]);
    const retired = steps.filter(({ phase, shape }) => phase === "90-retire" && shape === "entity");
    expect(retired.map(({ id }) => id)).toEqual([
      `PrincipalKey/${THUMBPRINT}/exchange-online-retire`,
      `PrincipalKey/${THUMBPRINT}/lync-servers-retire`,
    ]);
    for (const { after } of retired) expect(after).toContain("CsCertificate/OAuthTokenIssuer");
  });

  test("leaves the old keys alone while the servers still sign with them, also when the tenant's run comes first", async () => {
    const run = await apply(anna, "graph");
    expect(run.writes.length).toBe(2);
    expect(ours()).toEqual([
      [THUMBPRINT, NEW],
      [THUMBPRINT, NEW],
    ]);
    expect(anna.simulator.state().certificates).toMatchObject([{ Thumbprint: THUMBPRINT }]);
  });

  test("is assigned, and only then the old keys go, and nothing else", async () => {
    await assign(anna, NEW);
    expect(anna.simulator.state().certificates).toMatchObject([{ Thumbprint: NEW }]);
    expect(ours()[0]).toEqual([THUMBPRINT, NEW]);
    await apply(anna, "graph");
    expect(ours()).toEqual([[NEW], [NEW]]);
    const foreign = thumbprints(directory(), LYNC_SERVERS);
    expect(thumbprints(anna.simulator.state().graph, LYNC_SERVERS)).toEqual([...foreign, NEW]);
    const commands = anna.simulator.writes().map(({ command }) => command);
    expect(commands.lastIndexOf("Set-CsCertificate")).toBeLessThan(commands.lastIndexOf("Update-MgServicePrincipal"));
  });
});

test("a trust that is no longer declared takes back its keys and names, and leaves the principals as they were", async () => {
  const { anna, baseline } = await trusting();
  const after = new Operator(anna.simulator, synth({ cloud: null, baseline }));
  const before = anna.simulator.writes().length;
  await apply(after, "lync");
  // What had no value before is given back by hand, and comes first.
  for (const { id, shape, phase } of stepsOf(after.onprem)) {
    if (shape === "manual" && phase === "90-retire") await after.signOff(id);
  }
  await apply(after, "lync");
  await apply(after, "graph");
  expect(after.simulator.state().graph?.principals).toEqual(directory().principals);
  const sent = after.simulator.writes().slice(before);
  const graph = sent.filter(({ command }) => command === "Update-MgServicePrincipal");
  expect(graph.length).toBe(3);
  expect(sent.map(({ command }) => command).filter((command) => command.includes("MgServicePrincipal"))).toEqual(
    graph.map(({ command }) => command),
  );
});

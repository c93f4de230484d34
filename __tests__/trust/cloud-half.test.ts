import { X509Certificate } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { GraphState, PrincipalState, SimulatedRun, SimulatorState } from "../instruments/simulator";
import { synthesize } from "../rules/synthesis";
import {
  CERTIFICATE,
  declareTrust,
  directory,
  EXCHANGE_ONLINE,
  folderOf,
  LYNC_SERVERS,
  TENANT_ID,
  THUMBPRINT,
  trustingServers,
} from "./trusted-deployment";

const onprem = folderOf(
  synthesize((stack) =>
    declareTrust(stack, { exchange: null, cloud: { webServices: ["web2.contoso.com", "web1.contoso.com"] } }),
  ),
);
const OWN_NAMES = ["web1", "web2"].map((host) => `${LYNC_SERVERS}/${host}.contoso.com`);

function anna(edit: (graph: GraphState) => void = () => undefined): Operator {
  return new Operator(
    trustingServers((state) => {
      edit(graphOf(state));
    }),
    onprem,
  );
}

function graphOf({ graph }: SimulatorState): GraphState {
  if (graph === undefined) throw new Error("this state has no directory");
  return graph;
}

function principal(of: GraphState, application: string): PrincipalState {
  const found = of.principals.find(({ AppId }) => AppId === application);
  if (found === undefined) throw new Error(`no principal ${application}`);
  return found;
}

function undo(operator: Operator): Promise<SimulatedRun> {
  const what = ["-Undo", "-Phase", "40-integrate", "-State", operator.simulator.stateFolder];
  return operator.simulator.run("graph", onprem, [...what, "-Apply", "-Approved", approvedDigest(onprem)]);
}

const keyIds = (of: GraphState, application: string): string[] =>
  principal(of, application).KeyCredentials.map(({ KeyId }) => KeyId);

describe("the principals of Microsoft in the tenant", () => {
  const before = directory();
  const operator = anna();
  const graph = (): GraphState => graphOf(operator.simulator.state());

  test("are not written to by a dry run, which says what it would add", async () => {
    const run = await operator.dryRun("graph");
    expect({ exit: run.exitCode, writes: run.writes, stderr: run.stderr }).toEqual({ exit: 6, writes: [], stderr: "" });
    expect(run.stdout).toContain(`New-HybridPrincipalName -TenantId '${TENANT_ID}' -AppId '${LYNC_SERVERS}'`);
    expect(run.stdout).toContain(`+ ${TENANT_ID}/${EXCHANGE_ONLINE}/${THUMBPRINT} does not exist: it is created`);
  });

  test("get our key beside every key of others, also one that has ended, and our names beside every name", async () => {
    const run = await operator.apply("graph");
    expect(run.stderr).toBe("");
    expect(run.writes.map(({ command }) => command)).toEqual(Array(4).fill("Update-MgServicePrincipal"));
    for (const application of [EXCHANGE_ONLINE, LYNC_SERVERS]) {
      const { KeyCredentials } = principal(graph(), application);
      expect(KeyCredentials.slice(0, 2)).toEqual(principal(before, application).KeyCredentials);
      expect(KeyCredentials.slice(2)).toMatchObject([
        {
          Type: "AsymmetricX509Cert",
          Usage: "Verify",
          Key: new X509Certificate(readFileSync(CERTIFICATE)).raw.toString("base64"),
        },
      ]);
    }
    const names = principal(before, LYNC_SERVERS).ServicePrincipalNames;
    expect(principal(graph(), LYNC_SERVERS).ServicePrincipalNames).toEqual([...names, ...OWN_NAMES]);
    expect(principal(graph(), EXCHANGE_ONLINE).ServicePrincipalNames).toEqual(
      principal(before, EXCHANGE_ONLINE).ServicePrincipalNames,
    );
  });

  test("are changed in nothing but keys and names", () => {
    const sent = operator.simulator.writes().flatMap(({ parameters }) => Object.keys(parameters));
    expect([...new Set(sent)].sort()).toEqual([
      "Confirm",
      "ErrorAction",
      "KeyCredentials",
      "ServicePrincipalId",
      "ServicePrincipalNames",
    ]);
  });

  test("are not written to by a second run", async () => {
    expect((await operator.apply("graph")).writes).toEqual([]);
  });

  test("are as they were after undo, and keep what somebody else added since", async () => {
    operator.simulator.change((state) => {
      principal(graphOf(state), LYNC_SERVERS).ServicePrincipalNames.push("https://later.fabrikam.com/");
    });
    const run = await undo(operator);
    expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 0, stderr: "" });
    const expected = directory();
    principal(expected, LYNC_SERVERS).ServicePrincipalNames.push("https://later.fabrikam.com/");
    expect(graph().principals).toEqual(expected.principals);
  });
});

describe("a key or a name that is there already", () => {
  const uploaded = (graph: GraphState, end: string): void => {
    for (const { KeyCredentials } of graph.principals) {
      const [foreign] = KeyCredentials;
      if (foreign === undefined) throw new Error("no key");
      const CustomKeyIdentifier = Buffer.from(THUMBPRINT, "hex").toString("base64");
      KeyCredentials.push({ ...foreign, KeyId: "by-hand", CustomKeyIdentifier, EndDateTime: end });
    }
    principal(graph, LYNC_SERVERS).ServicePrincipalNames.push(...OWN_NAMES);
  };

  test("is not written again, and stays when this runbook is undone: it came from somebody else", async () => {
    const operator = anna((graph) => {
      uploaded(graph, "2098-01-01T00:00:00Z");
    });
    expect((await operator.apply("graph")).writes).toEqual([]);
    expect((await undo(operator)).writes).toEqual([]);
    expect(keyIds(graphOf(operator.simulator.state()), LYNC_SERVERS)).toContain("by-hand");
  });

  test("is replaced where it has ended before its certificate: it verifies nothing any more", async () => {
    const operator = anna((graph) => {
      uploaded(graph, "2021-01-01T00:00:00Z");
    });
    expect((await operator.apply("graph")).writes.length).toBe(2);
    const ids = keyIds(graphOf(operator.simulator.state()), LYNC_SERVERS);
    expect(ids.slice(0, 2)).toEqual(["foreign-1", "foreign-11"]);
    expect(ids.length).toBe(3);
    expect(ids).not.toContain("by-hand");
  });
});

test("keys of others stay where Graph keeps their bytes to itself: they go back under their ids", async () => {
  const operator = anna((graph) => {
    graph.withholdsKeyBytes = true;
  });
  await operator.apply("graph");
  const after = graphOf(operator.simulator.state());
  expect(principal(after, LYNC_SERVERS).KeyCredentials.slice(0, 2)).toEqual(
    principal(directory(), LYNC_SERVERS).KeyCredentials,
  );
});

describe("a key is refused before anything is sent", () => {
  /** The function itself, for a step that says one thing and holds another. */
  async function add(thumbprint: string, file: string): Promise<SimulatedRun> {
    const { simulator } = anna();
    const operations = join(__dirname, "..", "..", "lib", "powershell", "operations");
    const der = new X509Certificate(readFileSync(file)).raw.toString("base64");
    const script = join(simulator.folder, "add.ps1");
    const lines = [
      ...["principals", "principal-keys"].map((name) => `. '${join(operations, name)}.ps1'`),
      `New-HybridPrincipalKey -TenantId '${TENANT_ID}' -AppId '${LYNC_SERVERS}' -Thumbprint '${thumbprint}' -Certificate '${der}'`,
    ];
    writeFileSync(script, lines.join("\n"));
    return simulator.runScript("graph", script);
  }
  const ended = join(__dirname, "ended-token-certificate.pem");

  test("when it is another certificate than the step names", async () => {
    const run = await add("00".repeat(20), CERTIFICATE);
    expect(run.stderr + run.stdout).toMatch(/has the thumbprint [0-9A-F]{40}, not 0{40}/);
    expect(run.calls).toEqual([]);
  });

  test("when its certificate has ended, which synthesis does not judge: it knows no day", async () => {
    const synthesis = synthesize((stack) => declareTrust(stack, { tokenCertificate: ended }));
    expect(synthesis.error).toBeUndefined();
    const run = await add(new X509Certificate(readFileSync(ended)).fingerprint.replace(/:/g, ""), ended);
    expect(run.stderr + run.stdout).toMatch(/ended on 2022-01-01/);
    expect(run.writes).toEqual([]);
  });
});

test("a name that cannot be read yet is not written over by the next one", async () => {
  const quick = anna();
  await quick.apply("graph");
  const calls = quick.simulator.calls();
  const first = calls.findIndex(({ parameters }) => "ServicePrincipalNames" in parameters);
  const reads = calls.slice(0, first).filter(({ command }) => command === "Get-MgServicePrincipal").length;
  const faults = [{ command: "Get-MgServicePrincipal", nth: reads + 1, times: 2, fault: "lag" }] as const;
  const slow = anna();
  await slow.apply("graph", { faults });
  expect(principal(graphOf(slow.simulator.state()), LYNC_SERVERS).ServicePrincipalNames).toEqual(
    expect.arrayContaining(OWN_NAMES),
  );
});

describe("nothing is written", () => {
  const cases: readonly (readonly [string, (graph: GraphState) => void, RegExp])[] = [
    [
      "in another tenant than the declared one",
      (graph) => (graph.context = { TenantId: "99999999-2222-3333-4444-555555555555", Account: "eve" }),
      /signed in to the tenant 99999999.* declared is 11111111/s,
    ],
    ["where nobody is signed in", (graph) => (graph.context = null), /Nobody is signed in to Microsoft Graph/],
    [
      "where a principal is missing: it is never created",
      (graph) => (graph.principals = []),
      /shows 0 principals of the application 0000000\d-0000-0ff1/,
    ],
    [
      "where a principal stands twice",
      (graph) => graph.principals.push(...directory().principals),
      /shows 2 principals of the application/,
    ],
    [
      "where the names come back without the id that is always among them",
      (graph) => {
        for (const one of graph.principals) one.ServicePrincipalNames = [];
        for (const one of graph.principals) one.KeyCredentials = [];
        graph.context = { TenantId: TENANT_ID.toUpperCase(), Account: "anna" };
      },
      /came back without its own\s+id/,
    ],
  ];
  test.each(cases)("%s", async (_what, edit, reason) => {
    const run = await anna(edit).apply("graph");
    expect(run.exitCode).toBe(1);
    expect(run.writes.filter(({ parameters }) => "ServicePrincipalNames" in parameters)).toEqual([]);
    expect(run.stdout.replace(/\s+/g, " ")).toMatch(reason);
    if (!reason.source.includes("own")) expect(run.writes).toEqual([]);
  });

  test.each(["error", "empty"] as const)("after a read that fails or is empty: %s", async (fault) => {
    const faults = [{ command: "Get-MgServicePrincipal", nth: 1, times: 99, fault }];
    const run = await anna().apply("graph", { faults });
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
  });

  test("after a read without the list of keys", async () => {
    const faults = [
      { command: "Get-MgServicePrincipal", nth: 1, times: 99, fault: "missing-property", property: "KeyCredentials" },
    ] as const;
    const run = await anna().apply("graph", { faults });
    expect(run.writes.filter(({ parameters }) => "KeyCredentials" in parameters)).toEqual([]);
    expect(run.stdout.replace(/\s+/g, " ")).toContain("came back without KeyCredentials");
  });
});

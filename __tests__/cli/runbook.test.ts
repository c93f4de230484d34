import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runbookList } from "../../lib/cli/runbook-list";
import { runbookShow } from "../../lib/cli/runbook-show";
import { RunbookSource } from "../../lib/cli/runbook-source";
import { runbookStatus, RunbookStatusOptions } from "../../lib/cli/runbook-status";
import { Exit } from "../../lib/cli/terminal";
import { settingsDigest } from "../../lib/onprem/settings-digest";
import { Baseline, baselineText } from "../../lib/runbook/baseline";
import { jsonText } from "../../lib/runbook/json-text";
import { Manifest } from "../../lib/runbook/manifest";
import { readManifest } from "../../lib/runbook/manifest-reader";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { baselineOf, deployedObject, deployedStep } from "../runbook/recorded";
import { FakeTerminal } from "./fake-terminal";

const synthesized = synthContoso();
const contoso = readManifest(join(synthesized.onprem, "manifest.json"));

const PROVIDER = "CsHostingProvider/Office365";
const ACTING = "Bob\u001b[2J\u202e\u009b1m\r\nforged: line\u2028";

interface Run {
  readonly exit: Exit;
  readonly out: string;
}

function collected(call: (terminal: FakeTerminal) => Exit): Run {
  const terminal = new FakeTerminal();
  const exit = call(terminal);
  expect(terminal.said).toBe("");
  return { exit, out: terminal.out };
}

const list = (source: Partial<RunbookSource> & { readonly json?: boolean } = {}): string =>
  collected((terminal) => runbookList({ from: synthesized.outdir, json: false, ...source }, terminal)).out;

const show = (id: string, source: Partial<RunbookSource> & { readonly json?: boolean } = {}): string =>
  collected((terminal) => runbookShow(id, { from: synthesized.outdir, json: false, ...source }, terminal)).out;

const status = (baseline: Baseline, options: Partial<RunbookStatusOptions> = {}): Run =>
  collected((terminal) => {
    const given = { from: synthesized.outdir, baseline: baselineFile(baseline), json: false, detailedExitcode: false };
    return runbookStatus({ ...given, ...options }, terminal);
  });

function baselineFile(baseline: Baseline, name = "contoso.json"): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, baselineText(baseline));
  return path;
}

/** The baseline after a run that did everything. */
function allDone({ steps }: Manifest): Baseline {
  return baselineOf(
    ...steps.map(({ id, phase, shell, host, shape, after, objects }) => {
      const own = objects.map((object) => {
        const { noun, identity } = object;
        return deployedObject({ noun, identity, settings: settingsDigest(object) });
      });
      return deployedStep({ id, phase, shell, host, shape, after, objects: own });
    }),
  );
}

function written(manifest: Manifest): string {
  const path = join(temporaryFolder(), "manifest.json");
  writeFileSync(path, jsonText(manifest));
  return path;
}

/** contoso with every free text of every step set to one that wants to act. */
function acting(): string {
  const steps = contoso.steps.map((step) => ({
    ...step,
    title: ACTING,
    source: ACTING,
    host: ACTING,
    role: ACTING,
    identity: ACTING,
    words: [ACTING],
    outage: ACTING,
    unverified: [ACTING],
    risk: { ...step.risk, reason: ACTING },
    undo: { ...step.undo, how: ACTING },
    objects: [{ noun: ACTING, identity: ACTING, properties: { [ACTING]: ACTING, List: [ACTING] } }],
  }));
  return written({ ...contoso, steps, released: [{ id: "CsTrunk/Global", reason: ACTING }] });
}

/** Two runbooks in one folder, as render writes them. */
function twoStacks(): string {
  const folder = temporaryFolder();
  cpSync(synthesized.onprem, join(folder, "contoso"), { recursive: true });
  mkdirSync(join(folder, "fabrikam"));
  writeFileSync(join(folder, "fabrikam", "manifest.json"), jsonText({ ...contoso, stack: "fabrikam" }));
  return folder;
}

const wide = (text: string): string[] => text.split("\n").filter((line) => line.length > 100);

describe("lync-hybrid runbook list", () => {
  test("lists every step once, in execution order, under the session that does it", () => {
    const out = list();
    const places = contoso.steps.map(({ id }) => out.indexOf(` ${id}\n`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(out).toMatch(/^contoso: 8 steps in 3 sessions\. Digest [0-9a-f]{12}\.\n/);
    expect(out).toContain(
      "Session 2: Lync Server Management Shell, lync01.contoso.local\n  Who: on-premises administrator, as ",
    );
    expect(out).toMatch(/^ {2}medium {3}CsHostingProvider\/Office365$/m);
  });

  test("gives the same as data with --json", () => {
    const data = JSON.parse(list({ json: true })) as { sessions: { number: number; steps: { id: string }[] }[] };
    expect(data.sessions.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(data.sessions.flatMap(({ steps }) => steps.map(({ id }) => id))).toEqual(contoso.steps.map(({ id }) => id));
  });

  test("asks which runbook is meant when there are several, and takes it by name", () => {
    const folder = twoStacks();
    expect(() => list({ from: folder })).toThrow(
      /holds the runbooks of "contoso", "fabrikam": name one of them with --stack/,
    );
    expect(list({ from: folder, stack: "fabrikam" })).toMatch(/^fabrikam: /);
  });

  test("refuses a stack that is not there, and says which are", () => {
    expect(() => list({ stack: "adatum" })).toThrow(
      /has no runbook of the stack "adatum": it holds "contoso"; correct --stack/,
    );
  });

  test("refuses an empty folder and one that does not exist", () => {
    expect(() => list({ from: temporaryFolder() })).toThrow(
      /holds no runbook: run cdktf synth, or name another folder/,
    );
    expect(() => list({ from: "/nowhere/cdktf.out" })).toThrow(/it does not exist; run cdktf synth first/);
  });
});

describe("lync-hybrid runbook show", () => {
  test("shows values, risk with its reason, who and where, undo and the script", () => {
    const out = show(PROVIDER);
    for (const part of [
      "Risk: medium: from here on",
      "Host: lync01.contoso.local",
      "Module: Lync",
      "Role: CsAdministrator",
      'ProxyFqdn = "sipfed.online.lync.com"',
      "EnabledSharedAddressSpace = true",
      "After: CsSipDomain/contoso.com, domain-lists/edge",
      "Waits: replication to the Edge",
      "Check: Get-CsHostingProvider",
      "Undo: yes: ",
      "Script: 30-share/CsHostingProvider.Office365.ps1",
    ]) {
      expect(out).toContain(`  ${part}`);
    }
  });

  test("shows every text, object, value and removal that a step has", () => {
    for (const step of contoso.steps) {
      const out = show(step.id).replace(/\s+/g, " ");
      const texts = [
        step.title,
        step.risk.reason,
        step.undo.how,
        step.verification,
        step.approval,
        step.outage,
        step.waits,
      ];
      const more = [...step.words, ...step.unverified, ...step.after, ...step.objects.map(({ identity }) => identity)];
      for (const text of [...texts, ...more]) expect(out).toContain(text.replace(/\s+/g, " "));
    }
  });

  test("numbers what a person does, and says what no document confirms", () => {
    const step = { ...contoso.steps[0], words: ["Open the port.", "Look at it."], unverified: ["the port"] };
    const steps = [step, ...contoso.steps.slice(1)] as Manifest["steps"];
    const out = show("publish-edge-federation/edge01.contoso.local", { from: written({ ...contoso, steps }) });
    expect(out).toContain("  What the person does:\n    1. Open the port.\n    2. Look at it.\n");
    expect(out).toContain("  Not confirmed by any document:\n    the port\n");
  });

  test("takes an id in any case, and gives the step with its script as data", () => {
    const data = JSON.parse(show(PROVIDER.toUpperCase(), { json: true })) as Record<string, unknown>;
    expect(data).toEqual({
      ...(JSON.parse(JSON.stringify(contoso.steps.find(({ id }) => id === PROVIDER))) as object),
      script: "30-share/CsHostingProvider.Office365.ps1",
    });
  });

  test.each([
    [
      "Office365",
      /no step "Office365" \(did you mean "CsHostingProvider\/Office365"\?\): lync-hybrid runbook list prints/,
    ],
    ["CsSipDomain/kontoso.com", /did you mean "CsSipDomain\/contoso.com"\?/],
    ["CsTrunk/Global", /the runbook of the stack "contoso" has no step "CsTrunk\/Global": lync-hybrid/],
    ["", /has no step ""/],
    ["\u001b[2J\u202e", /has no step "\\u001b\[2J\\u202e"/],
  ])("refuses the unknown step %j and names what may have been meant", (id, words) => {
    expect(() => show(id)).toThrow(words);
  });
});

describe("lync-hybrid runbook status", () => {
  test("says that nothing is open when everything is done as declared, and exits with 0", () => {
    const { exit, out } = status(allDone(contoso), { detailedExitcode: true });
    expect(exit).toBe(Exit.FINE);
    expect(out).toMatch(/^contoso: 8 steps, 8 done as declared; nothing is open\.\n/);
    expect(out).toContain("Of steps by hand the baseline keeps no words");
  });

  test("exits with 2 when something is open, and only when asked", () => {
    expect(status(baselineOf()).exit).toBe(Exit.FINE);
    const { exit, out } = status(baselineOf(), { detailedExitcode: true });
    expect(exit).toBe(Exit.CHANGES);
    expect(out).toMatch(/^contoso: 8 steps, 8 not done; 8 open\.\n/);
    expect(out).not.toContain("Of steps by hand");
  });

  test("tells a step with other settings and one that is no longer declared", () => {
    const { steps } = allDone(contoso);
    const gone = deployedStep({ id: "CsHostingProvider/Old", objects: [deployedObject({ identity: "Old" })] });
    const changed = steps.map((step) =>
      step.id === PROVIDER ? { ...step, objects: step.objects.map((object) => ({ ...object, settings: "0" })) } : step,
    );
    const { out } = status(baselineOf(...changed, gone));
    expect(out.replace(/\s+/g, " ")).toContain(
      "9 steps, 7 done as declared, 1 done but with other settings, 1 done and no longer declared; 2 open.",
    );
    expect(out).toMatch(
      /done, but with other settings {2}CsHostingProvider\/Office365\n +CsHostingProvider Office365 was applied/,
    );
    expect(out).toMatch(
      /done, and no longer declared {3}CsHostingProvider\/Old\n +The runbook does not take it back yet/,
    );
  });

  test("says what the synthesis says: with its own baseline, what is retired and what was released", () => {
    const applied = allDone(contoso);
    const without = synthContoso({ shared: false, baseline: applied, homedUsers: 0 });
    const { out } = status(applied, { from: without.outdir });
    expect(out).toMatch(
      /no longer declared +CsHostingProvider\/Office365\n +CsHostingProvider\/Office365\/retire takes it back\./,
    );
    const released = synthContoso({
      shared: false,
      baseline: applied,
      homedUsers: 0,
      released: [[PROVIDER, "The messaging team owns it."]],
    });
    expect(status(applied, { from: released.outdir }).out).toMatch(
      /released +CsHostingProvider\/Office365\n +The messaging/,
    );
  });

  test("gives counts and steps as data with --json", () => {
    const data = JSON.parse(status(allDone(contoso), { json: true }).out) as Record<string, unknown>;
    expect(data).toMatchObject({ stack: "contoso", counts: { "as declared": 8, "not done": 0, open: 0 } });
    expect(data.steps).toHaveLength(8);
  });

  test("refuses the baseline of another stack: it would call everything undone", () => {
    const other = baselineFile(baselineOf(), "fabrikam.json");
    expect(() => status(baselineOf(), { baseline: other })).toThrow(/is not the baseline of the stack "contoso"/);
  });

  test("refuses a baseline that is missing or broken", () => {
    const folder = temporaryFolder();
    expect(() => status(baselineOf(), { baseline: join(folder, "contoso.json") })).toThrow(/which does not exist/);
    const broken = join(folder, "contoso.json");
    writeFileSync(broken, '{"schema":1,"steps":[<<<<<<<');
    expect(() => status(baselineOf(), { baseline: broken })).toThrow(/is not a baseline: it is no JSON/);
  });
});

describe("what a manifest holds", () => {
  const from = acting();
  const texts = (): string[] => [
    list({ from }),
    list({ from, json: true }),
    ...contoso.steps.flatMap(({ id }) => [show(id, { from }), show(id, { from, json: true })]),
    status(allDone(contoso), { from }).out,
    status(allDone(contoso), { from, json: true }).out,
  ];

  test("shows as text in every output and moves no cursor", () => {
    for (const text of texts()) expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(show(PROVIDER, { from })).toContain("Bob\\u001b[2J\\u202e\\u009b1m\\u000d\\u000aforged: line\\u2028");
  });

  test("forges no line", () => {
    for (const text of texts()) expect(text.split("\n").filter((line) => line.startsWith("forged"))).toEqual([]);
  });

  test("never makes a line wider than a terminal", () => {
    const long = written({
      ...contoso,
      steps: contoso.steps.map((step) => ({ ...step, title: "x".repeat(500), host: "y".repeat(300) })),
    });
    for (const text of [list(), list({ from: long }), show(PROVIDER, { from: long }), status(baselineOf()).out]) {
      expect(wide(text)).toEqual([]);
    }
    expect(readFileSync(long, "utf8")).toContain("x".repeat(500));
  });
});

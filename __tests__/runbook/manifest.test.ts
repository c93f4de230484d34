import Ajv2020 from "ajv/dist/2020";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Step } from "../../lib/onprem/step";
import { jsonText } from "../../lib/runbook/json-text";
import { Manifest } from "../../lib/runbook/manifest";
import { parseManifest, readManifest } from "../../lib/runbook/manifest-reader";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { someStep } from "../instruments/some-step";

const SCHEMA = JSON.parse(
  readFileSync(resolve(__dirname, "../../lib/runbook/manifest.schema.json"), "utf8"),
) as object;
const isValid = new Ajv2020({ strict: true, strictRequired: false }).compile(SCHEMA);

const path = join(synthContoso().onprem, "manifest.json");
const source = readFileSync(path, "utf8");
const real = readManifest(path);

/** The real manifest with something else in it. */
function changed(part: object): unknown {
  return { ...real, ...part };
}

function withFirstStep(part: object): unknown {
  const [first, ...rest] = real.steps;
  return changed({ steps: [{ ...first, ...part }, ...rest] });
}

function withoutField(name: keyof Step): unknown {
  return withFirstStep({ [name]: undefined });
}

function small(step: Step): Manifest {
  const { id, shell, host } = step;
  const sessions = [{ shell, host, steps: [id] }];
  return { schema: 1, stack: "contoso", digest: "0".repeat(64), steps: [step], sessions, findings: [], released: [], landscape: [] };
}

describe("a synthesized manifest", () => {
  test("is what its schema describes", () => {
    isValid(JSON.parse(source));
    expect(isValid.errors).toBeNull();
  });

  test("is read back equal, and written again it is the same bytes", () => {
    expect(real).toEqual(JSON.parse(source));
    expect(jsonText(real)).toBe(source);
  });

  test("is read back equal where people, voice and module versions are unknown", () => {
    const unknown = { total: undefined, byHome: {}, byPool: {}, voice: undefined };
    const needs = { modules: [{ name: "Lync", minimum: undefined }], roles: [] };
    const manifest = small(someStep({ users: unknown, needs }));
    expect(parseManifest("manifest.json", jsonText(manifest))).toEqual(manifest);
    expect(isValid(JSON.parse(jsonText(manifest)))).toBe(true);
  });

  test("is read back equal where a property has the name of something every object has", () => {
    const properties: Record<string, string> = JSON.parse('{"__proto__":"a","constructor":"b"}') as Record<string, string>;
    const manifest = small(someStep({ objects: [{ noun: "CsHostingProvider", identity: "__proto__", properties }] }));
    expect(jsonText(parseManifest("manifest.json", jsonText(manifest)))).toBe(jsonText(manifest));
  });

  test("is read with the byte order mark of a Windows editor", () => {
    expect(parseManifest(path, `\ufeff${source}`)).toEqual(real);
  });
});

/** What is wrong, the data, what the reader says of it. */
const BROKEN: readonly (readonly [string, unknown, RegExp])[] = [
  ["of another schema", changed({ schema: 2 }), /schema must be one of 1, got 2/],
  ["with a field that this version does not know", changed({ owner: "Anna" }), /owner is not known to this version/],
  ["with a digest that is none", changed({ digest: "latest" }), /digest must be a SHA-256, got "latest"/],
  ["without steps", changed({ steps: undefined }), /steps is missing, it must be a list/],
  ["without a stack", changed({ stack: "" }), /stack must be/],
  ["with a step field nobody knows", withFirstStep({ script: "x" }), /steps\[0\]\.script is not known/],
  ["with a step that says no risk", withoutField("risk"), /steps\[0\]\.risk is missing/],
  ["with a step of no kind", withFirstStep({ kind: "" }), /steps\[0\]\.kind must be a text that is not empty/],
  ["with a step of no phase", withFirstStep({ phase: "25-later" }), /steps\[0\]\.phase must be one of 00-preflight/],
  ["with a step that leads elsewhere", withFirstStep({ id: "../../etc" }), /steps\[0\]\.id must be a step id/],
  ["with half a person", withFirstStep({ users: { byHome: {}, byPool: {}, total: 0.5 } }), /users\.total must be/],
  ["with fewer people than none", withFirstStep({ users: { byHome: { online: -1 }, byPool: {} } }), /online must be/],
  [
    "with a value that is no value",
    withFirstStep({ objects: [{ noun: "CsSipDomain", identity: "a", properties: { IsDefault: null } }] }),
    /steps\[0\]\.objects\[0\]\.properties\.IsDefault must be/,
  ],
  ["that is a list", [real], /it must be an object/],
];

describe("a manifest", () => {
  test.each(BROKEN)("%s is refused by schema and reader alike", (_, data, reason) => {
    const text = JSON.stringify(data);
    expect(isValid(JSON.parse(text))).toBe(false);
    expect(() => parseManifest("runbook/contoso/manifest.json", text)).toThrow(reason);
  });

  test("that is broken is refused with the file, the reason and the next move", () => {
    expect(() => parseManifest("runbook/contoso/manifest.json", source.slice(0, 200))).toThrow(
      /^"runbook\/contoso\/manifest\.json" is not a runbook manifest: it is no JSON: .*; write it again with cdktf synth/,
    );
  });

  test("that does not exist is refused with the file and the next move", () => {
    const missing = join(temporaryFolder(), "manifest.json");
    expect(() => readManifest(missing)).toThrow(JSON.stringify(missing));
    expect(() => readManifest(missing)).toThrow(/ENOENT.*write it again with cdktf synth/);
  });

  test("that is cdktf's own is refused: it names the stacks and not the steps", () => {
    const file = join(temporaryFolder(), "manifest.json");
    writeFileSync(file, JSON.stringify({ version: "0.21.0", stacks: {} }));
    expect(() => readManifest(file)).toThrow("version is not known to this version");
  });

  test("that names a step twice is refused, whatever the case", () => {
    const [first] = real.steps;
    const twice = changed({ steps: [...real.steps, { ...first, id: first?.id.toUpperCase() }] });
    expect(() => parseManifest(path, JSON.stringify(twice))).toThrow(/steps names .* twice/);
  });

  test("whose sessions tell another order than its steps is refused: somebody edited it", () => {
    const edited = changed({ sessions: [...real.sessions].reverse() });
    expect(() => parseManifest(path, JSON.stringify(edited))).toThrow(
      "sessions do not hold the steps in the order of steps",
    );
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const LIB = join(__dirname, "..", "lib");

/** The rooms in the order one builds a hybrid: a room imports rooms above it only. */
const ROOMS = [
  "topology",
  "sip",
  "federation",
  "tenant",
  "shared-space",
  "trust",
  "exchange",
  "sharepoint",
  "meetings",
  "modern-authentication",
  "users",
];
const GROUND = ["values", "model", "errors"];
const LANGUAGES = ["onprem", "entra"];

/** What each floor may import besides itself and the ground. */
const MACHINERY: Readonly<Record<string, readonly string[]>> = {
  features: [],
  rules: ["features"],
  powershell: ["onprem"],
  runbook: ["onprem", "powershell", "rules", "features"],
  plan: ["onprem"],
  review: ["onprem", "powershell", "rules", "runbook"],
  explain: ["onprem", "powershell", "rules", "runbook", "review"],
  cli: ["onprem", "powershell", "rules", "runbook", "review", "explain"],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const IMPORT = /(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/g;

function sources(): string[] {
  return readdirSync(LIB, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function roomOf(path: string): string {
  return relative(LIB, path).split(sep)[0] ?? "";
}

function imports(): Import[] {
  return sources().flatMap((path) => {
    const text = readFileSync(path, "utf8");
    return [...text.matchAll(IMPORT)].map((match): Import => {
      const target = match[2] ?? "";
      const resolved = target.startsWith(".") ? roomOf(join(path, "..", target)) : target;
      return { file: relative(LIB, path), from: roomOf(path), target: resolved, typeOnly: match[1] !== undefined };
    });
  });
}

const internal = (entry: Import): boolean =>
  !/^(node:|[a-z@].*\/|cdktf$|constructs$|commander$|picocolors$|diff$|eta$)/.test(entry.target);

function allowed(from: string): readonly string[] {
  if (GROUND.includes(from)) return GROUND;
  if (from === "onprem") return [...GROUND, "onprem"];
  if (from === "entra") return [...GROUND, "entra"];
  const floor = ROOMS.indexOf(from);
  if (floor >= 0) return [...GROUND, ...LANGUAGES, ...ROOMS.slice(0, floor + 1)];
  const machinery = MACHINERY[from];
  if (machinery !== undefined) return [...GROUND, from, ...machinery];
  return [];
}

describe("the house", () => {
  const all = imports();

  test("reads its own imports, or nothing below would mean anything", () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(internal).length).toBeGreaterThan(80);
  });

  test("has no room that this test does not know", () => {
    const known = [...ROOMS, ...GROUND, ...LANGUAGES, ...Object.keys(MACHINERY), "deployment", "index.ts"];
    expect([...new Set(sources().map(roomOf))].filter((room) => !known.includes(room))).toEqual([]);
  });

  test("lets rooms import only rooms above them, and machinery no room", () => {
    const trespass = all
      .filter((entry) => internal(entry) && !["deployment", "index.ts"].includes(entry.from))
      .filter((entry) => !allowed(entry.from).includes(entry.target))
      .map((entry) => `${entry.file} -> ${entry.target}`);
    expect(trespass).toEqual([]);
  });

  test("imports cdktf only in deployment, plan and entra, types apart", () => {
    const trespass = all
      .filter((entry) => entry.target === "cdktf" && !entry.typeOnly)
      .filter((entry) => !["deployment", "plan", "entra"].includes(entry.from));
    expect(trespass).toEqual([]);
  });

  test("opens the azuread bindings in entra only, and by deep path", () => {
    const bindings = all.filter((entry) => entry.target.startsWith("@cdktf/provider-azuread"));
    expect(bindings.length).toBeGreaterThan(0);
    expect(bindings.filter((entry) => entry.from !== "entra")).toEqual([]);
    expect(bindings.filter((entry) => entry.target === "@cdktf/provider-azuread")).toEqual([]);
  });

  test("lets no room speak PowerShell", () => {
    const speaking = sources()
      .filter((path) => ROOMS.includes(roomOf(path)))
      .filter((path) => /\$true|-ErrorAction|Invoke-Hybrid|powershell\//.test(readFileSync(path, "utf8")));
    expect(speaking).toEqual([]);
  });

  test("keeps files under 250 lines and has no attic", () => {
    const long = sources().filter((path) => readFileSync(path, "utf8").split("\n").length > 250);
    expect(long).toEqual([]);
    expect(sources().filter((path) => /[\\/](utils?|helpers?|misc|common)([\\/]|\.ts$)/.test(path))).toEqual([]);
  });
});

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { folderContent } from "../instruments/folder-content";

const ROOT = resolve(__dirname, "../..");

/** What the byte law covers: cdktf's own manifest.json has separators of the machine and is not ours. */
function lawful(outdir: string): Record<string, string> {
  return { ...folderContent(join(outdir, "stacks")), ...folderContent(join(outdir, "findings")) };
}

/** main.ts in a process of its own, in a folder of its own. */
function synthMain(cwd: string, outdir: string, env: Record<string, string> = {}): Record<string, string> {
  const run = spawnSync(process.execPath, ["--import", "tsx", "main.ts"], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, CDKTF_OUTDIR: outdir, ...env },
  });
  expect(run.stderr).not.toContain("Error");
  expect(run.status).toBe(0);
  return lawful(outdir);
}

/** Everything main.ts needs, in another place. */
function copyOfProject(): string {
  const folder = join(temporaryFolder(), "elsewhere with blanks");
  mkdirSync(folder);
  for (const name of ["main.ts", "lib", "deployed", "package.json", "tsconfig.json", "cdktf.json"]) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

/** cdktf writes the construct path of every resource as metadata; nobody's plan reads it. */
function withoutMetadata(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      path.endsWith("cdk.tf.json") ? JSON.stringify(stripped(JSON.parse(text))) : text,
    ]),
  );
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "//")
      .map(([key, of]) => [key, stripped(of)]),
  );
}

describe("the same declaration", () => {
  const reference = synthContoso({ integrated: true });
  const files = lawful(reference.outdir);

  test("gives the same bytes from main.ts, in another time zone and locale", () => {
    const outdir = join(temporaryFolder(), "cdktf.out");
    const env = { TZ: "Asia/Bangkok", LANG: "th_TH.UTF-8", LC_ALL: "th_TH.UTF-8" };
    expect(synthMain(ROOT, outdir, env)).toEqual(files);
  });

  test("gives the same bytes in another folder", () => {
    const folder = copyOfProject();
    expect(synthMain(folder, join(folder, "out"))).toEqual(files);
  });

  test("gives the same bytes when it is written in another order", () => {
    expect(lawful(synthContoso({ integrated: true, shuffled: true }).outdir)).toEqual(files);
  });

  test("gives the same scripts, digest and plan when every construct is renamed", () => {
    const renamed = lawful(synthContoso({ integrated: true, idPrefix: "renamed-" }).outdir);
    const served = (from: Record<string, string>): Record<string, string> => {
      const kept = Object.entries(withoutMetadata(from)).filter(([path]) => !path.endsWith("manifest.json"));
      return Object.fromEntries(kept.filter(([path]) => path.startsWith("contoso/")));
    };
    expect(served(renamed)).toEqual(served(files));
  });

  test("writes no path of this machine and no time", () => {
    for (const [path, text] of Object.entries(files)) {
      const found = /(^|[\s"'(])(\/(home|root|tmp|work|Users|var)\/|[A-Za-z]:\\)/.exec(text);
      expect({ path, found: found?.[0] }).toEqual({ path, found: undefined });
    }
    const manifest = files["contoso/onprem/manifest.json"] ?? "";
    expect(manifest).not.toBe("");
    expect(manifest).not.toMatch(/20\d\d-\d\d-\d\dT/);
  });

  test("adds one file, and lines in others, when a partner is added: no script changes that does not name it", () => {
    const more = lawful(synthContoso({ integrated: true, allowed: ["fabrikam.com", "northwindtraders.com"] }).outdir);
    expect(Object.keys(more)).toEqual(Object.keys(files));
    const changed = Object.keys(files).filter((path) => files[path] !== more[path] && path.endsWith(".ps1"));
    expect(changed).toEqual([
      "contoso/onprem/20-federate/domain-lists.edge.ps1",
      "contoso/onprem/20-federate/domain-lists.tenant.ps1",
    ]);
  });
});

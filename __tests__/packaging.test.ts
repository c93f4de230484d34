import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, sep } from "node:path";

const ROOT = join(__dirname, "..");

interface PackageJson {
  readonly main: string;
  readonly types: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: { readonly ".": Readonly<Record<string, string>>; readonly [file: string]: unknown };
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const PACKAGE = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as PackageJson;

/** `cdktf` of "cdktf/lib/app", `@cdktf/provider-azuread` of its deep paths. */
function packageOf(target: string): string {
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

function importedPackages(): string[] {
  const sources = readdirSync(join(ROOT, "lib"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  const targets = sources.flatMap((text) =>
    [...text.matchAll(/^(?:import|export|}).*\sfrom "([^".][^"]*)";$/gm)].map((match) => match[1] ?? ""),
  );
  const foreign = targets.filter((target) => !target.startsWith("node:") && !builtinModules.includes(target));
  return [...new Set(foreign.map(packageOf))].sort();
}

/** The source that a path of the built package comes from. */
function sourceOf(built: string): string {
  return built.replace(/^(\.\/)?dist\//, "").replace(/(\.d\.ts|\.js)$/, ".ts");
}

describe("the package", () => {
  test("declares every package that the library imports, and no other", () => {
    const declared = Object.keys({ ...PACKAGE.dependencies, ...PACKAGE.peerDependencies }).sort();
    expect(importedPackages()).toEqual(declared);
  });

  test("points only at files that the build makes", () => {
    const paths = [PACKAGE.main, PACKAGE.types, ...Object.values(PACKAGE.exports["."]), ...Object.values(PACKAGE.bin)];
    expect(paths.map(sourceOf).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test("exports every schema that it publishes, from the place to which the build copies it", () => {
    const exported = Object.entries(PACKAGE.exports).filter(([name]) => name.endsWith(".schema.json"));
    const schemas = readdirSync(join(ROOT, "lib"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".schema.json"))
      .map((path) => `./dist/lib/${path.split(sep).join("/")}`);
    expect(exported.map(([, path]) => path).sort()).toEqual(schemas.sort());
    for (const [name, path] of exported) expect(path).toMatch(new RegExp(`/${name.slice(2)}$`));
  });

  test("is built afresh before it is packed", () => {
    expect(PACKAGE.scripts.prepack).toBe("npm run build");
    expect(PACKAGE.scripts.build).toMatch(/^node scripts\/clean-dist\.mjs && /);
  });

  test("is developed with exact versions, and its lock file names no registry", () => {
    const loose = Object.entries(PACKAGE.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
    expect(readFileSync(join(ROOT, "package-lock.json"), "utf8")).not.toMatch(/"resolved": "http/);
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Finding } from "../lib/rules/finding";
import { EXAMPLES, synthExample } from "./instruments/examples";
import { folderContent } from "./instruments/folder-content";

/** What the rules have to say about each, beyond what is only kept. */
const WARNINGS: Readonly<Record<string, readonly string[]>> = {
  "contoso-enterprise": [],
  "contoso-group": [],
  "contoso-small": [],
};

test("every example is known here", () => {
  expect(Object.keys(WARNINGS)).toEqual(EXAMPLES);
});

describe.each(EXAMPLES)("the example %s", (name) => {
  const outdir = synthExample(name);

  test("writes what was committed (npm run golden rewrites it; read the diff)", () => {
    const committed = folderContent(join(__dirname, "golden", name));
    const written = folderContent(join(outdir, "stacks", name));
    expect(Object.keys(written)).toEqual(Object.keys(committed));
    for (const [path, text] of Object.entries(written)) {
      expect({ path, text }).toEqual({ path, text: committed[path] });
    }
  });

  test("is warned of exactly what its kind of deployment has to be warned of", () => {
    const file = JSON.parse(readFileSync(join(outdir, "findings", `${name}.json`), "utf8")) as { findings: Finding[] };
    const loud = file.findings.filter(({ severity }) => severity !== "info");
    expect(loud.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual(WARNINGS[name]);
  });
});

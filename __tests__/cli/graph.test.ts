import { cpSync } from "node:fs";
import { join } from "node:path";
import { graph } from "../../lib/cli/graph";
import { Exit } from "../../lib/cli/terminal";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { parseMermaid } from "../review/mermaid-parser";
import { FakeTerminal } from "./fake-terminal";

const GOLDEN = join(__dirname, "../golden");

function run(path: string, json = false): string {
  const terminal = new FakeTerminal();
  expect(graph(path, { json }, terminal)).toBe(Exit.FINE);
  expect(terminal.said).toBe("");
  return terminal.out;
}

interface Data {
  readonly schema: number;
  readonly stacks: readonly {
    readonly stack: string;
    readonly diagrams: readonly { readonly nodes: readonly { readonly id: string; readonly name: string }[] }[];
  }[];
}

describe("lync-hybrid graph", () => {
  const { outdir, onprem } = synthContoso();

  test("draws the topology and the sessions of cdktf.out as one Mermaid flow chart", () => {
    const { frames, nodes, links } = parseMermaid(run(outdir));
    expect(frames).toEqual([["contoso: topology"], ["contoso: sessions"]]);
    expect(nodes.map(({ lines }) => lines[0])).toEqual(expect.arrayContaining(["Tenant", "Edge pool", "Session 1"]));
    expect(links.length).toBeGreaterThan(2);
  });

  test("draws several stacks one after the other, and no node stands for two things", () => {
    const folder = temporaryFolder();
    for (const stack of ["contoso-enterprise", "contoso-small"]) {
      cpSync(join(GOLDEN, stack, "onprem"), join(folder, stack), { recursive: true });
    }
    const { frames, nodes } = parseMermaid(run(folder));
    expect(frames.map(([title]) => title)).toEqual([
      "contoso-enterprise: topology",
      "contoso-enterprise: sessions",
      "contoso-small: topology",
      "contoso-small: sessions",
    ]);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  });

  test("prints nodes and links as data, with names as they are declared", () => {
    const data = JSON.parse(run(onprem, true)) as Data;
    expect(data.schema).toBe(1);
    expect(data.stacks.map(({ stack }) => stack)).toEqual(["contoso"]);
    expect(data.stacks[0]?.diagrams[0]?.nodes.map(({ name }) => name)).toContain("edge01.contoso.local");
  });

  test("marks what a change touches, with --before, and nothing else", () => {
    const more = synthContoso({ allowed: ["fabrikam.com", "adatum.com"] });
    const terminal = new FakeTerminal();
    graph(more.outdir, { json: false, before: outdir }, terminal);
    const marked = parseMermaid(terminal.out).nodes.filter(({ lines }) => lines.some((line) => /CHANGED/i.test(line)));
    expect(marked.map(({ lines }) => lines.join(" "))).toEqual(
      expect.arrayContaining([expect.stringContaining("Partners") as string]),
    );
    expect(marked.some(({ lines }) => lines.join(" ").includes("Front End pool"))).toBe(false);
    expect(run(outdir)).not.toMatch(/CHANGED/);
  });

  test("refuses an empty folder as what it is compared with", () => {
    const compare = (): unknown => graph(outdir, { json: false, before: temporaryFolder() }, new FakeTerminal());
    expect(compare).toThrow(/it is empty/);
  });

  test("writes the same bytes again", () => {
    expect(run(outdir)).toBe(run(outdir));
  });

  test("refuses an empty folder and a path that is not there, with the next move", () => {
    const empty = temporaryFolder();
    expect(() => graph(empty, { json: false }, new FakeTerminal())).toThrow(/it is empty; run cdktf synth first/);
    expect(() => graph(join(empty, "gone"), { json: false }, new FakeTerminal())).toThrow(
      /it does not exist; run cdktf synth first/,
    );
  });
});

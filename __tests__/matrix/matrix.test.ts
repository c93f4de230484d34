import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Workspace } from "../instruments/terraform";
import { sentence, synthesize, Synthesis } from "../rules/synthesis";
import { Cell, CELLS, declareCell, DIAGONAL, nameOf, supportOf } from "./cell";

const named = (cells: readonly Cell[]): [string, Cell][] => cells.map((cell) => [nameOf(cell), cell]);
const refused = CELLS.filter((cell) => supportOf(cell).verdict === "not supported");
const supported = CELLS.filter((cell) => supportOf(cell).verdict === "supported");

function synth(cell: Cell): Synthesis {
  return synthesize((stack) => {
    declareCell(stack, cell);
  });
}

describe("the matrix of servers, mailboxes and SharePoint", () => {
  test("is walked whole: every combination is supported or refused", () => {
    expect(CELLS).toHaveLength(100);
    expect(new Set([...refused, ...supported]).size).toBe(100);
    const pairs = new Set(refused.map(({ server, mailbox }) => `${server.productName}, ${mailbox.productName}`));
    expect([...pairs]).toEqual([
      "Lync Server 2013, Exchange Server 2019",
      "Lync Server 2013, Exchange Server Subscription Edition",
    ]);
  });

  test.each(named(supported))(
    "%s: all that is supported synthesizes without an error among the findings",
    (_name, cell) => {
      const { error, findings, outdir } = synth(cell);
      expect(error === undefined ? "" : sentence(error)).toBe("");
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      const features = JSON.parse(
        readFileSync(join(outdir, "stacks", "contoso", "onprem", "features.json"), "utf8"),
      ) as { groups: { home: string; support: string; features: { state: string }[] }[] };
      const group = features.groups.find(({ home }) => home === cell.server.productName);
      expect(group?.support).toBe("supported");
      expect(group?.features.some(({ state }) => state === "works")).toBe(true);
    },
  );

  test.each(named(refused))("%s: is refused with the documents that say so", (_name, cell) => {
    const text = sentence(synth(cell).error);
    expect(text).toContain("HYB-EXC-102");
    expect(text).toContain(`${cell.mailbox.productName} is declared, every Front End pool is Lync Server 2013`);
    expect(text).toContain("Configure instant messaging integration with Outlook on the web in Exchange");
  });
});

describe.each(named(DIAGONAL))("in the real Terraform, %s", (_name, cell) => {
  test("validates and plans", () => {
    expect(supportOf(cell).verdict).toBe("supported");
    const workspace = new Workspace(join(synth(cell).outdir, "stacks", "contoso"));
    workspace.init();
    expect(workspace.validate()).toEqual({ valid: true, diagnostics: [] });
    const plan = workspace.plan();
    expect(plan.summary.add).toBeGreaterThan(5);
    expect({ change: plan.summary.change, destroy: plan.summary.destroy }).toEqual({ change: 0, destroy: 0 });
    workspace.close();
  });
});

test("the combinations that go to Terraform hold every server and every mailbox", () => {
  expect(new Set(DIAGONAL.map(({ mailbox }) => mailbox)).size).toBe(5);
  expect(new Set(DIAGONAL.map(({ server }) => server)).size).toBe(4);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SipDomain } from "../../lib";
import { declareContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { synthesize } from "../rules/synthesis";

/** contoso.com, the default, comes with the deployment of main.ts. */
const { outdir } = synthesize((stack) => {
  const hybrid = declareContoso(stack);
  new SipDomain(hybrid, "a-fabrikam", { name: "fabrikam.com" });
  new SipDomain(hybrid, "a-adatum", { name: "adatum.local" });
});
const onprem = join(outdir, "stacks", "contoso", "onprem");

interface Index {
  readonly steps: readonly { readonly id: string; readonly after: readonly string[] }[];
}

function afters(folder: string): Record<string, readonly string[]> {
  const { steps } = JSON.parse(readFileSync(join(folder, "steps.json"), "utf8")) as Index;
  const domains = steps.filter(({ id }) => id.startsWith("CsSipDomain/"));
  return Object.fromEntries(domains.map(({ id, after }) => [id, after]));
}

describe("several SIP domains", () => {
  test("wait for the default one, whatever the order of declaration", () => {
    const expected = {
      "CsSipDomain/contoso.com": [],
      "CsSipDomain/adatum.local": ["CsSipDomain/contoso.com"],
      "CsSipDomain/fabrikam.com": ["CsSipDomain/contoso.com"],
    };
    expect(afters(onprem)).toEqual(expected);
    const shuffled = synthesize((stack) => {
      const hybrid = declareContoso(stack, { shuffled: true });
      new SipDomain(hybrid, "adatum", { name: "adatum.local" });
      new SipDomain(hybrid, "fabrikam", { name: "fabrikam.com" });
    });
    expect(afters(join(shuffled.outdir, "stacks", "contoso", "onprem"))).toEqual(expected);
  });

  test("wait for a default one that is declared after them, and not for one that was taken out again", () => {
    const late = synthesize((stack) => {
      const hybrid = declareContoso(stack, { shared: false });
      hybrid.node.tryRemoveChild("contoso-com");
      new SipDomain(hybrid, "fabrikam", { name: "fabrikam.com" });
      new SipDomain(hybrid, "wingtip", { name: "wingtiptoys.com", isDefault: true });
    });
    expect(late.error).toBeUndefined();
    expect(afters(join(late.outdir, "stacks", "contoso", "onprem"))).toEqual({
      "CsSipDomain/wingtiptoys.com": [],
      "CsSipDomain/fabrikam.com": ["CsSipDomain/wingtiptoys.com"],
    });
  });

  test("of which one is the server's default until now converge: the new default takes its place first", async () => {
    const anna = new Operator(Simulator.from("nothing"), onprem);
    expect(anna.simulator.state().sipDomains.map(({ Name, IsDefault }) => [Name, IsDefault])).toEqual([
      ["adatum.local", true],
    ]);
    const runs = await anna.applyAll();
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 5, 0]);
    expect(anna.simulator.state().sipDomains).toEqual([
      { Identity: "adatum.local", Name: "adatum.local", IsDefault: false },
      { Identity: "contoso.com", Name: "contoso.com", IsDefault: true },
      { Identity: "fabrikam.com", Name: "fabrikam.com", IsDefault: false },
    ]);
    expect(runs.flatMap(({ writes }) => writes).filter(({ command }) => command === "Set-CsSipDomain")).toEqual([]);
    const again = await anna.apply("lync");
    expect({ exit: again.exitCode, writes: again.writes }).toEqual({ exit: 0, writes: [] });
  });
});

test("a default that waits for another domain is refused as the circle it is", () => {
  const { error } = synthesize((stack) => {
    const hybrid = declareContoso(stack);
    const other = new SipDomain(hybrid, "fabrikam", { name: "fabrikam.com" });
    hybrid.node.findChild("contoso-com").node.addDependency(other);
  });
  expect(String(error)).toContain("wait for each other: CsSipDomain/contoso.com -> CsSipDomain/fabrikam.com");
});

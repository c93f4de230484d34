import { Shell } from "../../lib/onprem/shell";
import { Step } from "../../lib/onprem/step";
import { review } from "../../lib/review/diff";
import { someStep } from "../instruments/some-step";
import { expectOnFirstScreen, itemAbout, manifestOf } from "./manifests";

function published(address: string): Step {
  return someStep({
    id: "publish-edge-federation/edge01.contoso.local",
    kind: "manual",
    shape: "manual",
    shell: Shell.BY_HAND,
    module: "",
    objects: [],
    words: ["Open Topology Builder.", `The Access Edge has the address ${address}.`],
    risk: { level: "high", reason: "a changed route interrupts federation" },
  });
}

describe("a step by hand whose words change", () => {
  const compared = review(manifestOf([published("203.0.113.10")]), manifestOf([published("203.0.113.20")]));
  const item = itemAbout(compared, "publish-edge-federation");

  test("is a change and no wording: the words are what the person does", () => {
    expect(item).toMatchObject({ sign: "~", risk: { level: "high" } });
    expect(item.details.slice(0, 2)).toEqual([
      "words: - The Access Edge has the address 203.0.113.10.",
      "words: + The Access Edge has the address 203.0.113.20.",
    ]);
  });

  test("says that a person is asked again", () => {
    expect(item.details.join()).toContain("a person is asked again");
  });

  test("says risk, actor and undo on the first screen of both renderings", () => {
    expectOnFirstScreen(compared, "HIGH", "1 person must act", "on-premises administrator", "no point of no return");
  });
});

describe("a value that has a meaning of its own", () => {
  test("gives that as the reason, and not what holds for the whole step", () => {
    const partner = (proxy: string): Step =>
      someStep({
        id: "domain-lists/edge",
        kind: "domain-lists-edge",
        shape: "list",
        objects: [{ noun: "CsAllowedDomain", identity: "wingtip.com", properties: { ProxyFqdn: proxy } }],
      });
    const compared = review(manifestOf([partner("a.wingtip.com")]), manifestOf([partner("b.wingtip.com")]));
    expect(itemAbout(compared, "wingtip.com").risk.reason).toContain("a wrong name cuts it off");
  });
});

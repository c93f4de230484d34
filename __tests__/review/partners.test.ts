import { review } from "../../lib/review/diff";
import { renderMarkdown } from "../../lib/review/markdown-rendering";
import { appliedBaseline, contosoManifest, expectOnFirstScreen, itemAbout } from "./manifests";

const before = contosoManifest();
const BOTH = ["on-premises administrator", "tenant administrator"];

describe("a partner that is added", () => {
  const compared = review(before, contosoManifest({ allowed: ["fabrikam.com", "adatum.com"] }));

  test("is one line that names both sides", () => {
    expect(compared.items.length).toBe(1);
    expect(compared.items[0]).toMatchObject({
      sign: "+",
      what: "Allowed partner adatum.com is added, on the Edge and in the tenant.",
      steps: ["domain-lists/edge", "domain-lists/tenant"],
    });
  });

  test("says risk, actors and undo on the first screen of both renderings", () => {
    expect(compared.risk).toBe("medium");
    expect(compared.actors).toEqual(BOTH);
    expectOnFirstScreen(compared, "MEDIUM", "2 people must act", ...BOTH, "adatum.com", "no point of no return");
    expect(itemAbout(compared, "adatum.com").undo).toMatchObject({ possible: "yes" });
  });

  test("says how many people it touches", () => {
    expect(itemAbout(compared, "adatum.com").people).toMatch(/^60 /);
    expectOnFirstScreen(compared, "60 (");
  });
});

describe("partners that are added together", () => {
  const allowed = ["fabrikam.com", ...Array.from({ length: 30 }, (_, index) => `partner${String(index)}.com`)];
  const compared = review(before, contosoManifest({ allowed }));

  test("are one line, and what it cannot hold is counted", () => {
    expect(compared.items.length).toBe(1);
    expect(compared.items[0]?.what).toMatch(
      /^30 allowed partners are added, on the Edge and in the tenant: .* and 20 more/,
    );
  });

  test("stand in the details, and what these cannot hold is counted as well", () => {
    const shown = renderMarkdown(compared).match(/partner\d+/g) ?? [];
    expect(new Set(shown).size).toBeGreaterThanOrEqual(10);
  });
});

describe("a partner that is removed", () => {
  const baseline = appliedBaseline(before);
  const compared = review(
    contosoManifest({ baseline }),
    contosoManifest({ baseline, allowed: ["fabrikam.com"], direct: [] }),
  );

  test("is one line of high risk that says how to undo it", () => {
    const item = itemAbout(compared, "wingtip.com");
    expect(item).toMatchObject({ sign: "-", risk: { level: "high" }, undo: { possible: "yes" } });
    expect(item.what).toBe("Allowed partner wingtip.com is removed, on the Edge and in the tenant.");
    expect(item.risk.reason).toContain("people can no longer talk to the partner");
  });

  test("says risk, actors and undo on the first screen of both renderings", () => {
    expectOnFirstScreen(compared, "HIGH", "2 people must act", ...BOTH, "wingtip.com is removed");
    expect(compared.actors).toEqual(BOTH);
  });

  test("that was there before us is said to be left: nothing removes it, and the run stops", () => {
    const item = itemAbout(review(before, contosoManifest({ direct: [] })), "wingtip.com");
    expect(item.what).toContain("is no longer declared, and nothing removes it");
    expect(item).toMatchObject({ sign: "-", risk: { level: "high" } });
    expect(item.risk.reason).toContain("the run stops at this step and names it");
  });
});

describe("a direct partner whose proxy changes", () => {
  const moved = contosoManifest({ direct: [["wingtip.com", "edge.wingtip.com"]] });
  const compared = review(before, moved);

  test("is one line with the value before and after, on the Edge alone", () => {
    expect(compared.items.length).toBe(1);
    const item = itemAbout(compared, "wingtip.com");
    expect(item.sign).toBe("~");
    expect(item.what).toContain("ProxyFqdn: sip.wingtip.com -> edge.wingtip.com");
    expect(item.steps).toEqual(["domain-lists/edge"]);
  });

  test("says risk, actor and undo on the first screen of both renderings", () => {
    expect(itemAbout(compared, "wingtip.com").risk.level).toBe("medium");
    expect(compared.actors).toEqual(["on-premises administrator"]);
    expectOnFirstScreen(compared, "MEDIUM", "1 person must act", "on-premises administrator", "edge.wingtip.com");
  });

  test("that loses its proxy says that the old one stays: it is only not enforced any more", () => {
    const found = contosoManifest({ allowed: ["fabrikam.com", "wingtip.com"], direct: [] });
    const item = itemAbout(review(before, found), "wingtip.com");
    expect(item.what).toContain("ProxyFqdn: sip.wingtip.com -> (no longer enforced: stays as it is)");
  });
});

describe("a partner that changes from allowed to blocked", () => {
  const compared = review(before, contosoManifest({ direct: [], blocked: ["tailspintoys.com", "wingtip.com"] }));

  test("is told as both, the loss first", () => {
    expect(compared.items.map(({ sign, what }) => [sign, /Allowed|Blocked/.exec(what)?.[0]])).toEqual([
      ["-", "Allowed"],
      ["+", "Blocked"],
    ]);
  });

  test("is high, for somebody is cut off", () => {
    expect(compared.risk).toBe("high");
  });
});

import fc from "fast-check";
import { join } from "node:path";
import { LandscapePart } from "../../lib/model/landscape";
import { diagramsOf, diagramsOfManifest } from "../../lib/review/diagram";
import { Diagram, DiagramNode } from "../../lib/review/diagram/diagram";
import { mermaid } from "../../lib/review/diagram/mermaid";
import { nothing, review } from "../../lib/review/diff";
import { visible } from "../../lib/runbook/markdown";
import { Manifest } from "../../lib/runbook/manifest";
import { readManifest } from "../../lib/runbook/manifest-reader";
import { hostileUnits } from "../instruments/hostile";
import { contosoManifest } from "./manifests";
import { parseMermaid } from "./mermaid-parser";

const enterprise = readManifest(join(__dirname, "../golden/contoso-enterprise/onprem/manifest.json"));

function named(diagram: Diagram, name: string): DiagramNode {
  const node = diagram.nodes.find((each) => each.name === name);
  if (node === undefined)
    throw new Error(`nothing is called ${name}: ${diagram.nodes.map((each) => each.name).join()}`);
  return node;
}

/** Links as "from -label-> to", by names. */
function links({ nodes, links: all }: Diagram): string[] {
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
  return all.map(({ from, to, label }) => `${nameOf.get(from) ?? "?"} -${label}-> ${nameOf.get(to) ?? "?"}`);
}

function pools(count: number): LandscapePart[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: "Edge pool",
    name: `edge${index}.contoso.com`,
    facts: { version: "Lync Server 2013", federation: "yes" },
    links: [{ to: "contoso.onmicrosoft.com", label: "shared address space" }],
  }));
}

describe("the topology of a synthesis", () => {
  const [topology] = diagramsOfManifest(enterprise);

  test("shows every declared part once, and the partners as one", () => {
    const names = enterprise.landscape.map(({ name }) => name);
    expect(topology.nodes.map(({ name }) => name).sort()).toEqual([...names, "2 allowed, 0 blocked"].sort());
  });

  test("links Edges to their next hop and the tenant, sites to their route, partners to the Edge that federates", () => {
    const told = links(topology);
    expect(told).toContain("edgepool-emea.corp.contoso.com -next hop-> dirpool.corp.contoso.com");
    expect(told).toContain(
      "edgepool-emea.corp.contoso.com -shared address space, provider Office365-> contoso.onmicrosoft.com",
    );
    expect(told).toContain("Dublin -federation route-> edgepool-emea.corp.contoso.com");
    expect(told).toContain("2 allowed, 0 blocked -federation-> edgepool-emea.corp.contoso.com");
    expect(told).not.toContain("2 allowed, 0 blocked -federation-> edgepool-amer.corp.contoso.com");
  });

  test("marks nothing: there is no change to mark", () => {
    expect(diagramsOfManifest(enterprise).flatMap(({ nodes }) => nodes.filter((node) => node.changed))).toEqual([]);
  });

  test("counts a domain that stands on both sides once", () => {
    const manifest = contosoManifest({ allowed: ["Fabrikam.com", "adatum.com"], direct: [], blocked: ["bad.example"] });
    expect(diagramsOfManifest(manifest)[0].nodes.map(({ name }) => name)).toContain("2 allowed, 1 blocked");
  });

  test("has no partners where no list is declared", () => {
    const kinds = diagramsOfManifest({ ...enterprise, steps: [] })[0].nodes.map(({ kind }) => kind);
    expect(kinds).not.toContain("Partners");
  });

  test("draws no link to what is not on it", () => {
    const landscape = enterprise.landscape.filter(({ kind }) => kind !== "Director");
    expect(links(diagramsOfManifest({ ...enterprise, landscape })[0]).join()).not.toContain("next hop");
  });
});

describe("the diagrams of a review", () => {
  const before = contosoManifest();
  const [topology, sessions] = diagramsOf(review(before, contosoManifest({ allowed: ["fabrikam.com", "adatum.com"] })));

  test("mark the partners and the tenant where a partner is added, and leave the servers alone", () => {
    const marked = topology.nodes.filter((node) => node.changed).map(({ kind }) => kind);
    expect(marked.sort()).toEqual(["Partners", "Tenant"]);
  });

  test("mark the sessions that do it, with how many of their steps", () => {
    const marked = sessions.nodes.filter((node) => node.changed);
    expect(marked.length).toBeGreaterThan(0);
    for (const { facts } of marked) expect(facts.join()).toMatch(/\d+ steps?, \d+ of them changed/);
    expect(sessions.nodes.length).toBeGreaterThan(marked.length);
  });

  test("say it in words in Mermaid, never by colour alone", () => {
    const { nodes } = parseMermaid(mermaid([topology, sessions]));
    const marked = nodes.filter(({ style }) => style === "changed");
    expect(marked.length).toBeGreaterThan(2);
    for (const { lines } of marked) expect(lines[0]).toBe("CHANGED");
    for (const { lines, style } of nodes) if (style === undefined) expect(lines).not.toContain("CHANGED");
  });

  test("mark a server that is declared otherwise, although nobody acts", () => {
    const landscape = before.landscape.map((part) =>
      part.kind === "Front End pool" ? { ...part, facts: { ...part.facts, build: "5.0.8308.1100" } } : part,
    );
    const [map] = diagramsOf(review({ ...before, landscape }, before));
    expect(map.nodes.filter((node) => node.changed).map(({ kind }) => kind)).toEqual(["Front End pool"]);
  });

  test("mark everything that somebody does where all is new, and nothing where nothing changes", () => {
    const [, flow] = diagramsOf(review(nothing("contoso"), before));
    expect(flow.nodes.every((node) => node.changed)).toBe(true);
    expect(diagramsOf(review(before, before)).flatMap(({ nodes }) => nodes.filter((node) => node.changed))).toEqual([]);
  });
});

describe("a deployment with more parts than anybody reads", () => {
  const many: Manifest = { ...enterprise, landscape: [...enterprise.landscape, ...pools(60)] };
  const [topology] = diagramsOfManifest(many);

  test("is drawn with one box a kind, says so, and keeps the name of what stands once", () => {
    expect(topology.nodes.length).toBeLessThanOrEqual(7);
    expect(named(topology, "62 drawn as one").kind).toBe("Edge pool");
    expect(named(topology, "contoso.onmicrosoft.com").kind).toBe("Tenant");
    expect(mermaid([topology])).toContain("69 parts are more than 50 boxes");
  });

  test("draws equal links of what is one box once", () => {
    const told = links(topology);
    expect(new Set(told).size).toBe(told.length);
    expect(told).toContain("62 drawn as one -shared address space-> contoso.onmicrosoft.com");
  });

  test("still says how many of them change", () => {
    const earlier = { ...many, landscape: many.landscape.slice(0, -2) };
    const box = named(diagramsOf(review(earlier, many))[0], "62 drawn as one");
    expect(box).toMatchObject({ changed: true, facts: ["of them changed: 2"] });
  });

  test("keeps the first and the last sessions and counts those between", () => {
    const sessions = Array.from({ length: 200 }, (_, index) => ({
      shell: index % 2 === 0 ? "lync" : "teams",
      host: `host${index}`,
      steps: ["a", "b"],
    }));
    const [, flow] = diagramsOfManifest({ ...enterprise, sessions });
    expect(flow.nodes).toHaveLength(50);
    expect(named(flow, "151 drawn as one").facts).toEqual(["302 steps"]);
    expect(flow.nodes.at(-1)?.kind).toBe("Session 200");
    expect(mermaid([flow])).toContain("200 sessions are more than 50 boxes");
  });
});

describe("a hostile name in Mermaid", () => {
  const nasty = fc.oneof(
    hostileUnits,
    fc.constantFrom(
      "end",
      '"]',
      "n1[x]",
      "%%{init: {}}%%",
      "A --> B",
      "#quot;",
      "&lt;",
      "`**x**`",
      "1. a",
      "- a",
      "a;b",
    ),
    fc.constantFrom(
      "subgraph x",
      "classDef changed fill:#f00",
      "click n1 href",
      "www.x.y",
      "a\nend\nn9",
      "x:::changed",
    ),
  );

  /** Blanks are blanks to a reader, and an empty label is shown as one. */
  const shown = (text: string): string => (text === "" ? " " : visible(text).replace(/\u00a0/g, " "));

  test("stays the text of its own box, and no line, link or style comes of it", () => {
    fc.assert(
      fc.property(nasty, nasty, (name, other) => {
        const landscape: LandscapePart[] = [
          { kind: "Site", name, facts: { version: other }, links: [{ to: "t", label: other }] },
          { kind: "Tenant", name: "t", facts: {}, links: [] },
        ];
        const manifest = { ...nothing(other), landscape, sessions: [{ shell: name, host: other, steps: [] }] };
        const read = parseMermaid(mermaid(diagramsOfManifest(manifest)));
        expect(read.frames).toEqual([[shown(`${other}: topology`)], [shown(`${other}: sessions`)]]);
        expect(read.nodes.map(({ id }) => id)).toEqual(["n1", "n2", "n3"]);
        expect(read.nodes[1]?.lines).toEqual(["Site", shown(name), shown(other)]);
        expect(read.nodes.filter(({ style }) => style !== undefined)).toEqual([]);
        const isSelf = name.toLowerCase() === "t";
        if (!isSelf) expect(read.links).toEqual([{ from: "n2", to: "n1", label: shown(other) }]);
      }),
      { numRuns: 500 },
    );
  });
});

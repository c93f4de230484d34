import { LandscapePart, PartKind } from "../../model/landscape";
import { Diagram, DiagramLink, DiagramNode, MOST_NODES, nodeId } from "./diagram";
import { PartnerCount } from "./partner-count";
import { Touched } from "./touched";

/** From the outside to the people: what a packet passes on its way in. */
const LAYERS: Readonly<Record<PartKind, number>> = {
  Tenant: 0,
  "Edge pool": 1,
  "Reverse proxy": 1,
  Director: 2,
  Site: 2,
  "Front End pool": 3,
};

/** What is said of a part beside its name: what tells it from its neighbours. */
const SHOWN_FACTS: readonly string[] = ["version", "people", "Access Edge", "cloud"];

const PARTNERS = "Partners";

/** Servers, sites, tenant and partners with what links them. */
export function topology(
  stack: string,
  parts: readonly LandscapePart[],
  partners: PartnerCount,
  touched: Touched,
): Diagram {
  const isAbove = parts.length + 1 > MOST_NODES;
  const boxes = isAbove ? collapsed(parts, touched) : parts.map((part) => single(part, touched));
  const outside = partnerBox(parts, partners, touched);
  const all = [...boxes, ...(outside === undefined ? [] : [outside])].sort((left, right) => left.layer - right.layer);
  return {
    title: `${stack}: topology`,
    shape: "layers",
    notes: isAbove
      ? [
          `${parts.length} parts are more than ${MOST_NODES} boxes: parts of one kind are drawn as one, with their number.`,
        ]
      : [],
    nodes: all.map(({ kind, name, facts, changed, layer }, index) => ({
      id: nodeId(index),
      kind,
      name,
      facts,
      changed,
      layer,
    })),
    links: linksOf(all),
  };
}

interface Box extends Omit<DiagramNode, "id"> {
  /** Names of the parts that it stands for, in lower case. */
  readonly names: readonly string[];
  readonly ends: readonly { readonly to: string; readonly label: string }[];
}

function single(part: LandscapePart, touched: Touched): Box {
  const { kind, name, links } = part;
  const facts = SHOWN_FACTS.flatMap((fact) => {
    const value = part.facts[fact];
    return value === undefined ? [] : [fact === "people" || fact === "cloud" ? `${fact}: ${value}` : value];
  });
  const changed = touched.names.has(name.toLowerCase());
  return { kind, name, facts, changed, layer: LAYERS[kind], names: [name.toLowerCase()], ends: links };
}

/** A kind that stands once keeps its name. */
function collapsed(parts: readonly LandscapePart[], touched: Touched): Box[] {
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const members = parts.filter((part) => part.kind === kind);
    const boxes = members.map((part) => single(part, touched));
    if (boxes.length === 1) return boxes;
    const marked = boxes.filter((box) => box.changed).length;
    return [
      {
        kind,
        name: `${boxes.length} drawn as one`,
        facts: marked === 0 ? [] : [`of them changed: ${marked}`],
        changed: marked > 0,
        layer: LAYERS[kind],
        names: boxes.flatMap(({ names }) => names),
        ends: boxes.flatMap(({ ends }) => ends),
      },
    ];
  });
}

/** Partners are too many for a box each, and the same on both sides. */
function partnerBox(parts: readonly LandscapePart[], partners: PartnerCount, touched: Touched): Box | undefined {
  const { allowed, blocked, onEdge, inTenant } = partners;
  if (!onEdge && !inTenant) return undefined;
  const edges = parts.filter((part) => onEdge && part.kind === "Edge pool" && part.facts.federation === "yes");
  const tenants = parts.filter((part) => inTenant && part.kind === "Tenant");
  return {
    kind: PARTNERS,
    name: `${allowed} allowed, ${blocked} blocked`,
    facts: [],
    changed: touched.partners,
    layer: 0,
    names: [],
    ends: [...edges, ...tenants].map(({ name }) => ({ to: name, label: "federation" })),
  };
}

/** Links of boxes that are drawn as one are one; a link to what is not on the picture is none. */
function linksOf(boxes: readonly Box[]): DiagramLink[] {
  const idOf = new Map(boxes.flatMap(({ names }, index) => names.map((name) => [name, nodeId(index)] as const)));
  const links = new Map<string, DiagramLink>();
  for (const [index, { ends }] of boxes.entries()) {
    for (const { to, label } of ends) {
      const target = idOf.get(to.toLowerCase());
      if (target === undefined) continue;
      const link = { from: nodeId(index), to: target, label };
      links.set(JSON.stringify(link), link);
    }
  }
  return [...links.values()];
}

import { sortedSet } from "../values/text-order";
import { Feature, FEATURES } from "./feature";
import { mailboxSupport } from "./mailbox-matrix";
import { meetingSupport, sharePointSupport } from "./sharepoint-matrix";
import { Support } from "./support";

export interface FeatureSupport {
  readonly feature: Feature;
  readonly support: Support;
}

export interface IntegrationSupport {
  /** Of all of it together: not supported where one half is refused and has nothing that is supported. */
  readonly verdict: Support["documented"];
  /** Why, with the documents. */
  readonly reason: string;
  /** Of what is there; nothing of a mailbox or of a SharePoint that people do not have. */
  readonly features: readonly FeatureSupport[];
}

/**
 * What the documents say of people homed there, with that mailbox and that SharePoint. Names that no table knows are not
 * documented.
 *
 * @param home product name of the servers, or Microsoft 365
 * @param exchange product name; undefined: no mailbox
 * @param sharePoint product name; undefined: no SharePoint
 */
export function integrationSupport(
  home: string,
  exchange: string | undefined,
  sharePoint: string | undefined,
): IntegrationSupport {
  const features = FEATURES.flatMap((feature): FeatureSupport[] => {
    const support = supportOf(feature, home, exchange, sharePoint);
    return support === undefined ? [] : [{ feature, support }];
  });
  const halves = (["mailbox", "SharePoint"] as const)
    .map((area) => features.filter(({ feature }) => feature.area === area))
    .filter((half) => half.length > 0);
  const verdicts = halves.map(verdictOf);
  const worst = (["not supported", "not documented"] as const).find((verdict) => verdicts.includes(verdict));
  const decisive = halves.filter((_half, index) => verdicts[index] === (worst ?? "supported")).flat();
  return { verdict: worst ?? "supported", reason: reasonOf(worst ?? "supported", decisive), features };
}

function supportOf(
  { id, area }: Feature,
  home: string,
  exchange: string | undefined,
  sharePoint: string | undefined,
): Support | undefined {
  if (area === "meetings") return meetingSupport(home);
  if (area === "mailbox") return exchange === undefined ? undefined : mailboxSupport(id, home, exchange);
  return sharePoint === undefined ? undefined : sharePointSupport(id, home, exchange, sharePoint);
}

function verdictOf(half: readonly FeatureSupport[]): Support["documented"] {
  const said = half.map(({ support }) => support.documented);
  return said.includes("supported") ? "supported" : said.includes("not supported") ? "not supported" : "not documented";
}

function reasonOf(verdict: Support["documented"], features: readonly FeatureSupport[]): string {
  const telling = features.map(({ support }) => support).filter(({ documented }) => documented === verdict);
  const sources = sortedSet(telling.map(({ source }) => source)).join("; ");
  if (verdict !== "not supported") return sources;
  const notes = sortedSet(telling.map(({ note }) => note).filter((note) => note !== ""));
  return `${notes.join("; ")} (${sources})`;
}

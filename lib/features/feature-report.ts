import { DeploymentModel } from "../model/deployment-model";
import { declaredHere } from "./declared-here";
import { FeatureId } from "./feature";
import { FeatureSupport, integrationSupport } from "./integration-support";
import { PeopleGroup, peopleGroups } from "./people-groups";
import { Support } from "./support";

export const FEATURES_SCHEMA = 1;

/** What somebody finds who tries it. */
export type FeatureState = "works" | "supported, not declared here" | "not supported" | "not documented";

export interface FeatureEntry {
  readonly id: FeatureId;
  readonly title: string;
  readonly state: FeatureState;
  /** Nobody confirmed the answer. */
  readonly unverified: boolean;
  /** Conditions, reasons and next moves, each a short sentence without a full stop. */
  readonly notes: readonly string[];
  /** Document and version that the answer is from. */
  readonly source: string;
}

export interface GroupEntry {
  readonly home: string;
  readonly mailbox: string | null;
  readonly sharePoint: string | null;
  /** Of home, mailbox and SharePoint together. */
  readonly support: Support["documented"];
  readonly reason: string;
  readonly features: readonly FeatureEntry[];
}

/** features.json: what works for whom. It is for readers and tools; the server never reads it, and nothing hashes it. */
export interface FeatureReport {
  readonly schema: typeof FEATURES_SCHEMA;
  /** Oldest home first; empty where no mailbox, SharePoint or farm is declared. */
  readonly groups: readonly GroupEntry[];
}

/** What works for each group of people, by the documents and by what the declaration holds. */
export function featureReport(model: DeploymentModel): FeatureReport {
  return { schema: FEATURES_SCHEMA, groups: peopleGroups(model).map((group) => groupEntry(model, group)) };
}

function groupEntry(model: DeploymentModel, group: PeopleGroup): GroupEntry {
  const { home, mailbox, sharePoint } = group;
  const { verdict, reason, features } = integrationSupport(home, mailbox, sharePoint);
  return {
    home,
    mailbox: mailbox ?? null,
    sharePoint: sharePoint ?? null,
    support: verdict,
    reason,
    features: features.map((feature) => featureEntry(model, group, feature)),
  };
}

function featureEntry(model: DeploymentModel, group: PeopleGroup, { feature, support }: FeatureSupport): FeatureEntry {
  const { id, title } = feature;
  const { documented, unverified, note, source } = support;
  const told = (state: FeatureState, ...notes: readonly string[]): FeatureEntry => ({
    id,
    title,
    state,
    unverified,
    notes: [note, ...notes].filter((text) => text !== ""),
    source,
  });
  if (documented !== "supported") return told(documented);
  const { declared, move, condition = "" } = declaredHere(model, group, id);
  return declared ? told("works", condition) : told("supported, not declared here", move);
}

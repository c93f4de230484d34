import { isPeopleStep } from "../onprem/people-state";
import { Dependable, IConstruct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel, SharedAddressSpaceFact } from "../model/deployment-model";
import { reducePredecessors } from "../onprem/order";
import { isDeployment, isRoom } from "../onprem/room";
import { Step, UsersAffected } from "../onprem/step";
import { StepContext, StepSource, stepSourcesOf } from "../onprem/step-source";
import { byText } from "../values/text-order";

const EMPTY_MODEL: DeploymentModel = {
  frontEndPools: [],
  edgePools: [],
  directors: [],
  sites: [],
  reverseProxies: [],
  sipDomains: [],
  tenants: [],
  onlineSipDomains: [],
  coexistenceModes: [],
  edgeFederations: [],
  tenantFederations: [],
  externalAccessPolicies: [],
  hostingProviders: [],
  exchanges: [],
  outlookWebMessagings: [],
  sharedAddressSpaces: [],
  exchangeOnlines: [],
  hostedVoicemailPolicies: [],
  people: [],
  exchangeConnections: [],
  contactStores: [],
  exchangeArchives: [],
  sharePointServers: [],
  sharePointOnlines: [],
  sharePointDiscoveries: [],
  skillSearches: [],
  officeWebAppsFarms: [],
  sharedAddressSpacesElsewhere: [],
  oauthCertificates: [],
  exchangeTrusts: [],
  cloudTrusts: [],
  exchangeHybridApplications: [],
  exchangeCloudTrusts: [],
  unifiedMessagings: [],
  modernAuthentications: [],
  baselines: [],
  deployed: [],
};

/** The whole declaration of a deployment as plain data, in an order that does not depend on the order of main.ts. */
export function modelOf(deployment: IConstruct): DeploymentModel {
  const facts = deployment.node
    .findAll()
    .filter(isRoom)
    .map((room) => room.facts());
  const entries = Object.keys(EMPTY_MODEL).map((name) => {
    const all = facts.map((some): readonly object[] => some[name as keyof DeploymentModel] ?? []);
    return [name, inOneOrder(all.flat())];
  });
  return Object.fromEntries(entries) as DeploymentModel;
}

/** Shared address spaces that other deployments of the same App declare. */
export function sharedElsewhere(deployment: IConstruct): SharedAddressSpaceFact[] {
  const others = deployment.node.root.node.findAll().filter((found) => found !== deployment && isDeployment(found));
  const rooms = others.flatMap((other) => other.node.findAll().filter(isRoom));
  return rooms.flatMap((room) => room.facts().sharedAddressSpaces ?? []);
}

/** Each fact is written out once, not at every comparison: a company may have thousands. */
function inOneOrder(facts: readonly object[]): object[] {
  return facts
    .map((fact) => ({ fact, key: JSON.stringify(fact) }))
    .sort((left, right) => byText(left.key, right.key))
    .map(({ fact }) => fact);
}

/**
 * The steps that the rooms declare, with their predecessors.
 *
 * @throws when two steps have one id, or two own one property of one object
 */
export function stepsOf(deployment: IConstruct, context: StepContext, users: UsersAffected): Step[] {
  const sources = stepSourcesOf(deployment).sort((left, right) => byText(left.stepId, right.stepId));
  refuseSameIds(sources);
  const after = reducePredecessors(new Map(sources.map((source) => [source.stepId, predecessors(source)])));
  const steps = sources.map((source) => {
    const step = source.toStep(context);
    return { ...step, after: after.get(step.id) ?? [], users: usersOf(step, users) };
  });
  refuseTwoOwners(steps);
  return steps;
}

/** A step that names its people touches them and nobody else. */
function usersOf(step: Step, users: UsersAffected): UsersAffected {
  if (isPeopleStep(step)) return step.users;
  return touchesPeople(step) ? users : nobody(users);
}

/** A step without risk only looks or waits: it touches nobody. */
function touchesPeople(step: Step): boolean {
  return step.risk.level !== "info";
}

function nobody(users: UsersAffected): UsersAffected {
  return { ...users, total: 0, byHome: {}, byPool: {}, voice: 0 };
}

/** Ids of the steps that a step waits for: its own dependencies and those of every construct around it. */
function predecessors(source: StepSource): string[] {
  const depended = source.node.scopes.flatMap((scope) => scope.node.dependencies);
  const roots = depended.flatMap((dependency) => Dependable.of(dependency).dependencyRoots);
  return roots
    .flatMap(stepSourcesOf)
    .filter((other) => other !== source)
    .map((other) => other.stepId);
}

function refuseSameIds(sources: readonly StepSource[]): void {
  const seen = new Map<string, StepSource>();
  for (const source of sources) {
    // Windows reads two file names that differ in case as one; so does this.
    const name = source.stepId.toLowerCase().split("/").join(".");
    const other = seen.get(name);
    if (other !== undefined)
      throw errors.sameId(other.stepId, source.stepId, source.stepId, other.node.path, source.node.path);
    seen.set(name, source);
  }
}

function refuseTwoOwners(steps: readonly Step[]): void {
  const owners = new Map<string, string>();
  for (const step of steps) {
    for (const { noun, identity, properties } of step.objects) {
      const names = Object.keys(properties);
      for (const name of names.length === 0 ? [""] : names) {
        const subject = [step.shell, step.host, noun, identity, name].join(" ").toLowerCase();
        const owner = owners.get(subject);
        if (owner !== undefined) throw errors.twoOwners(`${noun} ${identity} ${name}`.trim(), owner, step.source);
        owners.set(subject, step.source);
      }
    }
  }
}

import { DeploymentModel } from "../model/deployment-model";
import { FeatureId } from "./feature";
import { PeopleGroup } from "./people-groups";
import * as product from "./products";

/** What a feature needs of the declaration, and whether it is there. */
export interface Need {
  readonly declared: boolean;
  /** What is to be declared, or done elsewhere; empty where nothing is. */
  readonly move: string;
  /** Whom it works for, where not for everybody of the group. */
  readonly condition?: string;
}

const NOTHING: Need = { declared: true, move: "" };

type NeedOf = (model: DeploymentModel, group: PeopleGroup) => Need;

/** Features that are not here work in the client alone. */
const NEEDS: Partial<Record<FeatureId, NeedOf>> = {
  "web-presence": outlookWeb,
  "web-reply": outlookWeb,
  "web-meetings": outlookWeb,
  "calendar-presence": connection,
  photo: connection,
  "server-history": connection,
  "contact-store": contactStore,
  archive,
  "archive-search": archive,
  voicemail,
  "skill-search": skillSearch,
  discovery,
  powerpoint,
};

/** Whether this deployment declares what the feature needs, for that group. People homed online need nothing of it. */
export function declaredHere(model: DeploymentModel, group: PeopleGroup, feature: FeatureId): Need {
  if (group.home === product.MICROSOFT_365) return online(group, feature);
  return NEEDS[feature]?.(model, group) ?? NOTHING;
}

function online({ mailbox }: PeopleGroup, feature: FeatureId): Need {
  if (feature !== "voicemail" || mailbox === product.EXCHANGE_ONLINE) return NOTHING;
  return { declared: false, move: "connectors and trust between Exchange and the cloud are set up outside of this" };
}

function outlookWeb(model: DeploymentModel, { mailbox }: PeopleGroup): Need {
  if (mailbox === product.EXCHANGE_ONLINE) {
    return { declared: model.exchangeOnlines.length > 0, move: "declare ExchangeOnline" };
  }
  if (mailbox === product.EXCHANGE_2010 || mailbox === product.EXCHANGE_2013) {
    return { declared: false, move: `messaging in Outlook Web App of ${mailbox} is set up outside of this` };
  }
  const declared = model.outlookWebMessagings.some(({ exchangeVersion }) => exchangeVersion === mailbox);
  return { declared, move: "declare OutlookWebMessaging" };
}

function connection(model: DeploymentModel, { mailbox }: PeopleGroup): Need {
  const declared = model.exchangeConnections.some(({ exchange }) => exchange === mailbox);
  return { declared, move: "declare an ExchangeConnection" };
}

function contactStore(model: DeploymentModel, group: PeopleGroup): Need {
  const connected = connectionsTo(model, group);
  const stores = model.contactStores.filter((store) => connected.has(store.connection));
  const pilot = stores.find(({ pilotPolicy }) => pilotPolicy !== undefined)?.pilotPolicy;
  const move = "declare a UnifiedContactStore that allows it";
  if (stores.some(({ allowed }) => allowed)) return { declared: true, move };
  if (pilot === undefined) return { declared: false, move };
  return { declared: true, move, condition: `for people with the policy ${pilot}` };
}

function archive(model: DeploymentModel, group: PeopleGroup): Need {
  const connected = connectionsTo(model, group);
  const declared = model.exchangeArchives.some(
    (found) => found.inExchange && found.content !== "None" && connected.has(found.connection),
  );
  return { declared, move: "declare an ExchangeArchiving" };
}

function connectionsTo(model: DeploymentModel, { mailbox }: PeopleGroup): ReadonlySet<string> {
  const found = model.exchangeConnections.filter(({ exchange }) => exchange === mailbox);
  return new Set(found.map(({ source }) => source));
}

function voicemail(model: DeploymentModel, { home, mailbox }: PeopleGroup): Need {
  const pools = new Set(model.frontEndPools.filter(({ version }) => version === home).map(({ fqdn }) => fqdn));
  const declared = model.hostedVoicemailPolicies.some(
    (policy) =>
      policy.mailboxes.some((name) => name === mailbox) && (policy.pools?.some((fqdn) => pools.has(fqdn)) ?? true),
  );
  return { declared, move: "Unified Messaging is set up in Exchange; Cloud Voicemail: declare HostedVoicemail" };
}

function skillSearch(model: DeploymentModel, { sharePoint }: PeopleGroup): Need {
  const urls = urlsOf(model, sharePoint);
  return { declared: model.skillSearches.some((search) => urls.has(search.sharePoint)), move: "declare a SkillSearch" };
}

function discovery(model: DeploymentModel, { sharePoint }: PeopleGroup): Need {
  const urls = urlsOf(model, sharePoint);
  const declared = model.sharePointDiscoveries.some((found) => urls.has(found.sharePoint));
  return { declared, move: "declare a SharePointDiscovery" };
}

function urlsOf({ sharePointServers }: DeploymentModel, sharePoint: string | undefined): ReadonlySet<string> {
  return new Set(sharePointServers.filter(({ version }) => version === sharePoint).map(({ url }) => url));
}

function powerpoint(model: DeploymentModel, { home }: PeopleGroup): Need {
  const pools = model.frontEndPools.filter(({ version }) => version === home);
  const served = pools.filter(({ fqdn }) => model.officeWebAppsFarms.some((farm) => farm.pools.includes(fqdn)));
  const move = "declare an OfficeWebAppsFarm";
  if (served.length === 0 || served.length === pools.length) return { declared: served.length > 0, move };
  return { declared: true, move, condition: `for people on ${served.map(({ fqdn }) => fqdn).join(", ")}` };
}

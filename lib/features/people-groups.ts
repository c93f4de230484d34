import { DeploymentModel } from "../model/deployment-model";
import { byText } from "../values/text-order";
import * as product from "./products";

/** People who have the same things work: homed there, with that mailbox, with that SharePoint. */
export interface PeopleGroup {
  readonly home: string;
  /** Undefined where no Exchange is declared. */
  readonly mailbox: string | undefined;
  /** Undefined where no SharePoint is declared. */
  readonly sharePoint: string | undefined;
}

/**
 * Every group that a declaration can have. Nobody declares whose mailbox is where, so each home stands beside each mailbox
 * and each SharePoint. None where neither mailbox, SharePoint nor farm is declared: there is nothing to tell then.
 */
export function peopleGroups(model: DeploymentModel): PeopleGroup[] {
  const mailboxes = orNone(mailboxesOf(model));
  const sharePoints = orNone(sharePointsOf(model));
  const nothing = mailboxes[0] === undefined && sharePoints[0] === undefined && model.officeWebAppsFarms.length === 0;
  if (nothing) return [];
  return homesOf(model).flatMap((home) =>
    mailboxes.flatMap((mailbox) => sharePoints.map((sharePoint) => ({ home, mailbox, sharePoint }))),
  );
}

function homesOf({ frontEndPools, tenants, sharedAddressSpaces }: DeploymentModel): string[] {
  const cloud = tenants.length + sharedAddressSpaces.length > 0 ? [product.MICROSOFT_365] : [];
  const servers = frontEndPools.map(({ version }) => version);
  return [...inOrder(product.SERVER_PRODUCTS, servers), ...cloud];
}

function mailboxesOf(model: DeploymentModel): string[] {
  return inOrder(product.MAILBOX_PRODUCTS, [
    ...model.exchanges.map(({ version }) => version),
    ...model.exchangeConnections.map(({ exchange }) => exchange),
    ...model.exchangeOnlines.map(() => product.EXCHANGE_ONLINE),
    ...model.hostedVoicemailPolicies.flatMap(({ mailboxes }) => mailboxes),
  ]);
}

function sharePointsOf({ sharePointServers, sharePointOnlines }: DeploymentModel): string[] {
  return inOrder(product.SHAREPOINT_PRODUCTS, [
    ...sharePointServers.map(({ version }) => version),
    ...sharePointOnlines.map(() => product.SHAREPOINT_ONLINE),
  ]);
}

function inOrder(known: readonly string[], names: readonly string[]): string[] {
  const place = (name: string): number => product.placeOf(known, name);
  return [...new Set(names)].sort((left, right) => place(left) - place(right) || byText(left, right));
}

function orNone(names: readonly string[]): readonly (string | undefined)[] {
  return names.length === 0 ? [undefined] : names;
}

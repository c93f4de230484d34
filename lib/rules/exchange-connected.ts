import { DeploymentModel, Declared } from "../model/deployment-model";
import { Rule, Violation } from "./rule";

/** Contacts and transcripts can be kept by Exchange from this release on. */
const FIRST = 2013;

interface Need extends Declared {
  readonly what: string;
  readonly connection: string;
}

export const EXCHANGE_CONNECTED: Rule = {
  id: "HYB-EXC-066",
  title: "Contact store and archive have a connected Exchange of 2013 or later.",
  severity: "error",
  why:
    "Both are kept by Exchange 2013 or later, and reach it through server-to-server authentication only " +
    '("Plan to integrate Skype for Business Server and Exchange").',
  check: (model) => needsOf(model).flatMap((need) => violation(need, model)),
};

/** What of the declaration is kept by Exchange. */
function needsOf({ contactStores, exchangeArchives }: DeploymentModel): Need[] {
  const stores = contactStores
    .filter(({ allowed, pilotPolicy }) => allowed || pilotPolicy !== undefined)
    .map(({ source, connection }) => ({ what: "The unified contact store", source, connection }));
  const archives = exchangeArchives
    .filter(({ inExchange }) => inExchange)
    .map(({ source, connection }) => ({ what: "The archive in Exchange", source, connection }));
  return [...stores, ...archives];
}

function violation({ what, source, connection }: Need, { exchangeConnections }: DeploymentModel): Violation[] {
  const found = exchangeConnections.find((candidate) => candidate.source === connection);
  if (found === undefined) {
    const message = `${what} works through ${connection}, which is no connection of this deployment.`;
    const fix = "Declare the ExchangeConnection in the same HybridDeployment, and give that one.";
    return [{ subject: source, message, fix, source }];
  }
  if (found.exchangeOrder >= FIRST) return [];
  const message = `${what} works through ${found.source}, and ${found.exchange} keeps none.`;
  const fix = "Connect an Exchange of 2013 or later that holds the mailboxes, or leave this out.";
  return [{ subject: source, message, fix, source: `${source}, ${found.source}` }];
}

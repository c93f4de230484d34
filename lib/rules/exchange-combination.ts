import { DOCUMENTS } from "../features/documents";
import { integrationSupport } from "../features/integration-support";
import { Declared, DeploymentModel } from "../model/deployment-model";
import { sortedSet } from "../values/text-order";
import { placesOf } from "./place";
import { Rule, Violation } from "./rule";

export const EXCHANGE_COMBINATION: Rule = {
  id: "HYB-EXC-102",
  title: "Some servers of the deployment are supported with each Exchange that is declared.",
  severity: "error",
  why:
    "With Lync Server 2013, an Exchange of 2019 or later has nothing that any document supports, and messaging and voicemail " +
    `are refused outright: ${DOCUMENTS.outlookWeb}; ${DOCUMENTS.voicemail}.`,
  check: (model) => {
    const versions = sortedSet(model.frontEndPools.map(({ version }) => version));
    return sortedSet(exchangesOf(model).map(({ exchange }) => exchange)).flatMap((exchange) =>
      violation(model, versions, exchange),
    );
  },
};

interface DeclaredExchange extends Declared {
  readonly exchange: string;
}

function exchangesOf({ exchanges, exchangeConnections }: DeploymentModel): DeclaredExchange[] {
  const servers = exchanges.map(({ source, version }) => ({ source, exchange: version }));
  return [...servers, ...exchangeConnections.map(({ source, exchange }) => ({ source, exchange }))];
}

/** One version that is supported is enough: the mailboxes there may be those of its people. */
function violation(model: DeploymentModel, versions: readonly string[], exchange: string): Violation[] {
  const refused = versions.map((version) => integrationSupport(version, exchange, undefined));
  if (refused.length === 0 || refused.some(({ verdict }) => verdict !== "not supported")) return [];
  const reasons = sortedSet(refused.map(({ reason }) => reason)).join("; ");
  return [
    {
      subject: exchange,
      message: `${exchange} is declared, every Front End pool is ${versions.join(" or ")}, and the two are not supported together: ${reasons}.`,
      fix:
        "Move the people to a pool of Skype for Business Server 2015 or later before their mailboxes, declare that pool, or " +
        "leave this Exchange out; their mailboxes may also be in Exchange Online.",
      source: placesOf(exchangesOf(model).filter((found) => found.exchange === exchange)),
    },
  ];
}

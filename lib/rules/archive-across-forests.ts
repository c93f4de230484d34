import { ExchangeArchiveFact } from "../model/deployment-model";
import { Rule } from "./rule";

const ATTRIBUTES = ["msExchUserHoldPolicies", "proxyAddresses"];
/** With these nothing of a person reaches Exchange, whatever the configuration says. */
const NOT_IN_EXCHANGE = ["UseLyncArchivingPolicy", "NoArchiving"];

export const ARCHIVE_ACROSS_FORESTS: Rule = {
  id: "HYB-EXC-067",
  title: "An archive in the Exchange of another forest is said on people, and both attributes are synchronized.",
  severity: "error",
  why:
    "Across forests the archiving configuration alone archives nothing in Exchange: each person needs an " +
    "ExchangeArchivingPolicy, and msExchUserHoldPolicies and proxyAddresses are synchronized " +
    '("Configure Skype for Business Server to use Exchange Server archiving", "Configure integration with Exchange storage").',
  check: ({ exchangeArchives }) =>
    exchangeArchives
      .filter(({ inExchange, forests }) => inExchange && forests === "different")
      .flatMap((archive) =>
        gaps(archive).map(({ message, fix }) => ({
          subject: archive.source,
          message,
          fix,
          source: archive.source,
        })),
      ),
};

function gaps({ userPolicy, synchronizedAttributes }: ExchangeArchiveFact): { message: string; fix: string }[] {
  const missing = ATTRIBUTES.filter((name) => !synchronizedAttributes.includes(name));
  const found = [];
  if (userPolicy === undefined || NOT_IN_EXCHANGE.includes(userPolicy)) {
    const has = userPolicy === undefined ? "no ExchangeArchivingPolicy is set on people" : `people have ${userPolicy}`;
    found.push({
      message: `Exchange stands in another forest and ${has}: nothing would be archived in Exchange.`,
      fix: "Declare ArchivingForests.different(ExchangeArchivingPolicy.ARCHIVING_TO_EXCHANGE), or say inExchange: false.",
    });
  }
  if (missing.length > 0) {
    found.push({
      message: `Exchange stands in another forest and ${missing.join(" and ")} is not synchronized to the forest of the servers.`,
      fix: "Synchronize msExchUserHoldPolicies and proxyAddresses; merge the values of proxyAddresses, never replace them.",
    });
  }
  return found;
}

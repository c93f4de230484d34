import { DeploymentModel, ModernAuthenticationFact } from "../model/deployment-model";
import { compareBuilds } from "../values/server-build";
import { Rule } from "./rule";
import { serversOf } from "./servers";

const OVERVIEW = "Hybrid modern authentication overview and prerequisites";

/** Oldest builds, by product: May 2017 for the servers, then CU19, CU8 and CU1 of Exchange. */
const SERVERS_2015 = { version: "Skype for Business Server 2015", build: "6.0.9319.281" };
const EXCHANGE_BUILDS: ReadonlyMap<string, string> = new Map([
  ["Exchange Server 2013", "15.0.1365.1"],
  ["Exchange Server 2016", "15.1.1415.2"],
  ["Exchange Server 2019", "15.2.330.5"],
]);

interface Gap {
  readonly subject: string;
  readonly message: string;
  readonly fix: string;
}

export const MODERN_AUTHENTICATION_READY: Rule = {
  id: "HYB-TRU-061",
  title: "Modern authentication is declared only where servers and Exchange can do it.",
  severity: "error",
  why:
    "It needs Skype for Business Server 2015 with the update of May 2017 or later and no Lync Server, Exchange 2013 CU19, 2016 " +
    `CU8 or 2019 CU1 or later and no Exchange 2010, and classic hybrid ("${OVERVIEW}").`,
  check: (model) =>
    model.modernAuthentications
      .filter(({ stage }) => stage !== "switched back")
      .flatMap((found) =>
        [...servers(model), ...names(model, found), ...exchange(model, found)].map((gap) => ({
          ...gap,
          source: found.source,
        })),
      ),
};

function servers(model: DeploymentModel): Gap[] {
  return serversOf(model).flatMap(({ fqdn, version, versionOrder, build }) => {
    if (versionOrder <= 1) {
      const message = `${fqdn} runs ${version}, with which modern authentication is not supported anywhere in the deployment.`;
      return [{ subject: fqdn, message, fix: "Retire its servers first, or leave modern authentication out." }];
    }
    const old = version === SERVERS_2015.version && build !== undefined && compareBuilds(build, SERVERS_2015.build) < 0;
    if (!old) return [];
    const message = `${fqdn} (${version}) has build ${build}, modern authentication needs ${SERVERS_2015.build} or later.`;
    return [{ subject: fqdn, message, fix: "Install the latest cumulative update on every server first." }];
  });
}

function names({ frontEndPools }: DeploymentModel, { pools }: ModernAuthenticationFact): Gap[] {
  return frontEndPools
    .filter(({ fqdn }) => !pools.includes(fqdn))
    .map(({ fqdn }) => ({
      subject: fqdn,
      message: `The web services of ${fqdn} are not named: its people could not sign in after the switch.`,
      fix: `Add ${fqdn} to \`webServices\`.`,
    }));
}

function exchange(model: DeploymentModel, found: ModernAuthenticationFact): Gap[] {
  const declared = [
    ...model.exchanges.map(({ version }) => version),
    ...model.exchangeConnections.map((connection) => connection.exchange),
  ];
  return [
    ...(declared.includes("Exchange Server 2010") ? [tooOld()] : []),
    ...hybridMode(found),
    ...exchangeBuild(found),
  ];
}

function tooOld(): Gap {
  return {
    subject: "Exchange Server 2010",
    message: "Exchange Server 2010 is declared, with which modern authentication is not supported.",
    fix: "Move its mailboxes and retire it first.",
  };
}

function hybridMode({ exchangeHybrid, switches }: ModernAuthenticationFact): Gap[] {
  const there = switches.some(({ where, state }) => where === "Exchange on-premises" && state !== "not there");
  if (!there || exchangeHybrid === "classic") return [];
  return [
    {
      subject: "Exchange on-premises",
      message: `Exchange on-premises is hybrid: ${exchangeHybrid}; modern authentication is supported with classic hybrid only.`,
      fix: "Run the Hybrid Configuration Wizard for Classic Hybrid first.",
    },
  ];
}

function exchangeBuild({ exchange: switched }: ModernAuthenticationFact): Gap[] {
  if (switched === undefined) return [];
  const { version, build } = switched;
  const minimum = EXCHANGE_BUILDS.get(version);
  if (minimum === undefined || compareBuilds(build, minimum) >= 0) return [];
  const message = `${version} has build ${build}, modern authentication needs ${minimum} or later.`;
  return [{ subject: version, message, fix: "Install the latest cumulative update on every Exchange server first." }];
}

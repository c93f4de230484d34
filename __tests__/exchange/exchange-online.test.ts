import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Cloud,
  EdgeFederation,
  ExchangeOnline,
  FederationPolicy,
  HostedVoicemail,
  HostedVoicemailPolicy,
  ExchangeVersion,
  VoicemailPolicyProps,
} from "../../lib";
import { tenantDeployment } from "../instruments/tenant-rooms";
import { EdgePool } from "../../lib";
import { sentence, synthesize } from "../rules/synthesis";
import { exchangeRooms, ExchangeRooms, roomOf, synthExchange } from "./exchange-rooms";

const ENDPOINTS = { proxyFqdn: "sipfed.cloud.example", autodiscoverUrl: "https://webdir.cloud.example/root" };

/** Exchange Online of a tenant in this cloud. */
function exchangeIn(cloud: Cloud, destination?: string): ExchangeOnline {
  const { hybrid, tenant } = tenantDeployment({ cloud });
  const edge = new EdgeFederation(hybrid, "federation", {
    edgePool: roomOf(hybrid, EdgePool),
    policy: FederationPolicy.none(),
  });
  const given = destination === undefined ? {} : { destination };
  return new ExchangeOnline(hybrid, "exchange-online", { edge, tenant, ...given });
}

describe("where Exchange Online is reached", () => {
  test("is fixed in the commercial cloud", () => {
    expect(exchangeIn(Cloud.COMMERCIAL).destination).toBe("exap.um.outlook.com");
    expect(exchangeIn(Cloud.COMMERCIAL, "EXAP.um.outlook.com").destination).toBe("exap.um.outlook.com");
    expect(() => exchangeIn(Cloud.COMMERCIAL, "um.example.com")).toThrow(
      /"destination" is "um\.example\.com", but in the commercial cloud Exchange Online is reached at exap\.um\.outlook\.com/,
    );
  });

  test("must be given in every other, and is not invented", () => {
    expect(() => exchangeIn(Cloud.dod(ENDPOINTS))).toThrow(
      /where the cloud dod answers for Exchange Online must be given, because no document that we read names it/,
    );
    expect(() => exchangeIn(Cloud.gccHigh(ENDPOINTS))).toThrow(
      /a document prints exap\.um\.office365\.us for presence/,
    );
    expect(() => exchangeIn(Cloud.china21Vianet(ENDPOINTS))).toThrow(/exap\.um\.partner\.outlook\.cn/);
    expect(() => exchangeIn(Cloud.dod(ENDPOINTS), "exap.um.outlook.com")).toThrow(
      /"destination" of the cloud dod is "exap\.um\.outlook\.com", which belongs to the commercial cloud/,
    );
    expect(exchangeIn(Cloud.gccHigh(ENDPOINTS), "exap.um.office365.us").destination).toBe("exap.um.office365.us");
  });
});

describe("what a voicemail policy is given", () => {
  const declare = (make: (rooms: ExchangeRooms) => unknown) => (): unknown =>
    synthesize((stack) => make(exchangeRooms(stack)));
  const global = (props: Partial<VoicemailPolicyProps>): (() => unknown) =>
    declare(({ hybrid, exchangeOnline }) => new HostedVoicemail(hybrid, "voicemail", { exchangeOnline, ...props }));
  const named = (name: string): (() => unknown) =>
    declare(({ hybrid, exchangeOnline }) => HostedVoicemailPolicy.forPeople(hybrid, "own", { exchangeOnline, name }));

  test.each([
    ["no organization", { organizations: [] }, '"organizations" is empty'],
    ["an organization twice", { organizations: ["contoso.com", "CONTOSO.com"] }, "names contoso.com twice"],
    ["an organization that is no name", { organizations: ["contoso"] }, '"organizations" must be a fully qualified'],
    ["no mailbox", { mailboxes: [] }, '"mailboxes" is empty'],
    ["no pool", { pools: [] }, '"pools" is empty'],
    ["an empty note", { description: " " }, '"description" must not be empty'],
    ["a note of Terraform", { description: "${local.note}" }, '"description" holds a value that exists only after'],
  ])("is refused with %s", (_what, props, reason) => {
    expect(global(props)).toThrow(reason);
  });

  test.each([
    ["Tag:Pilot", '"name" must be the bare name of a policy, got "Tag:Pilot"'],
    ["site:HQ", "HostedVoicemailPolicy.forSite"],
    ["global", '"name" is Global, and that policy always exists'],
    [" ", '"name" must not be empty'],
    ["${local.name}", '"name" holds a value that exists only after'],
  ])("is refused for people under the name %j", (name, reason) => {
    expect(named(name)).toThrow(reason);
  });

  test("is refused at synthesis with a mailbox that these servers cannot serve, and with another tenant", () => {
    const { error } = synthesize((stack) => {
      const { hybrid, exchangeOnline } = exchangeRooms(stack);
      const mailboxes = [ExchangeVersion.EXCHANGE_ONLINE, ExchangeVersion.EXCHANGE_2019];
      new HostedVoicemail(hybrid, "voicemail", { exchangeOnline, mailboxes, organizations: ["a.onmicrosoft.com"] });
    });
    expect(sentence(error)).toContain("HYB-EXO-059 ");
    expect(sentence(error)).toContain("HYB-EXO-060 ");
  });
});

describe("the runbook of a deployment joined with Exchange Online", () => {
  const onprem = synthExchange(({ hybrid, exchangeOnline }) => new HostedVoicemail(hybrid, "vm", { exchangeOnline }));
  const steps = (
    JSON.parse(readFileSync(join(onprem, "steps.json"), "utf8")) as { steps: { id: string; after: string[] }[] }
  ).steps;
  const after = (id: string): string[] | undefined => steps.find((step) => step.id === id)?.after;

  test("waits for the replication of its own provider, beside that of the shared address space", () => {
    expect(after("cms-replication/edge01.contoso.local")).toEqual(["CsHostingProvider/Office365"]);
    expect(after("cms-replication/edge01.contoso.local/exchange-online")).toEqual([
      "CsHostingProvider/Exchange-Online",
    ]);
    expect(after("CsHostedVoicemailPolicy-global/Global")).toEqual([
      "cms-replication/edge01.contoso.local/exchange-online",
    ]);
  });

  test("has a person look at DNS, accepted domains and mailbox policies first", () => {
    const page = readFileSync(join(onprem, "RUNBOOK.md"), "utf8");
    for (const word of ["sipfederationtls", "Get-AcceptedDomain", "InstantMessagingType 'Ocs'"]) {
      expect(page.replaceAll("\\", "")).toContain(word);
    }
    const provider = after("CsHostingProvider/Exchange-Online");
    expect(provider).toContain("exchange-online-prerequisites/contoso.onmicrosoft.com");
  });

  test("says of the provider how it is taken back, without people homed online", () => {
    const manifest = JSON.parse(readFileSync(join(onprem, "manifest.json"), "utf8")) as {
      steps: { id: string; undo: { how: string } }[];
    };
    const provider = manifest.steps.find(({ id }) => id === "CsHostingProvider/Exchange-Online");
    expect(provider?.undo.how).toContain("not while people have hosted voicemail");
  });
});

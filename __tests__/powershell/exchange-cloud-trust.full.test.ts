import { join } from "node:path";
import { ExchangeCloudTrust, ExchangeCloudTrustProps, ExchangeVersion } from "../../lib";
import { exchangeOf, ExchangeOptions, exchangeSimulator, synthExchange } from "../instruments/exchange";
import { directory } from "../trust/trusted-deployment";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { ExchangeState, SimulatedRun, Simulator } from "../instruments/simulator";
import { baselineAfter } from "./federation-modes";

const ACCOUNT = "SfBOnline-ApplicationAccount";
const CERTIFICATE = join(__dirname, "../trust/token-certificate.pem");
const RENEWED = join(__dirname, "../trust/renewed-token-certificate.pem");
const LYNC = "00000004-0000-0ff1-ce00-000000000000";
const ROLE = {
  Name: "UserApplication",
  Identity: "UserApplication",
  Parent: "",
  RoleEntries: ["GetDelegate", "GetItem"],
};
const MADE = ["MailUser", "ManagementRole", "ManagementRoleAssignment", "PartnerApplication"];

function folder(props: Partial<ExchangeCloudTrustProps> = {}, options: ExchangeOptions = {}): string {
  const declare: ExchangeOptions["declare"] = ({ hybrid, tenant, exchange }) =>
    new ExchangeCloudTrust(hybrid, "cloud-trust", {
      exchange,
      tenant,
      tenantId: "11111111-2222-3333-4444-555555555555",
      domain: "contoso.com",
      certificate: CERTIFICATE,
      ...props,
    });
  return synthExchange({ messaging: false, declare, ...options }).onprem;
}

const withRole = (edit: (exchange: ExchangeState) => void = () => undefined): Simulator => {
  const simulator = exchangeSimulator((exchange) => {
    exchange.managementRoles = [{ ...ROLE }];
    edit(exchange);
  });
  simulator.change((state) => {
    state.graph = directory();
  });
  return simulator;
};

const shown = (simulator: Simulator): unknown => {
  const { mailUsers, managementRoles, roleAssignments, partnerApplications } = exchangeOf(simulator.state());
  const names = (list: ExchangeState["mailUsers"]): string[] => (list ?? []).map(({ Name }) => Name);
  return [mailUsers, managementRoles, roleAssignments, partnerApplications].map(names);
};

const commands = ({ writes }: SimulatedRun): string[] => writes.map(({ command }) => command);

/** Signs everything and runs every shell: nothing may be left then. */
async function converge(anna: Operator): Promise<void> {
  await anna.signOffAll();
  for (const shell of ["lync", "graph"] as const) await anna.apply(shell);
  const { exitCode, stdout } = await anna.apply("exchange");
  if (exitCode !== 0) throw new Error(`the runbook does not come to an end: ${stdout}`);
}

describe.each([
  ["Exchange Server 2013", ExchangeVersion.EXCHANGE_2013, "exchange2013"],
  ["Exchange Server 2019", ExchangeVersion.EXCHANGE_2019, "exchange2019"],
] as const)("trust of the cloud in %s", (_name, version, known) => {
  const onprem = folder({}, { version });
  const simulator = withRole();
  const anna = new Operator(simulator, onprem, { env: { LYNC_SIM_EXCHANGE: known } });

  test("gives the account its role only after somebody took the other entries out of it", async () => {
    await anna.apply("lync");
    const run = await anna.apply("exchange");
    expect(commands(run)).not.toContain("New-ManagementRoleAssignment");
    expect(commands(run)).not.toContain("New-PartnerApplication");
  });

  test("is the account, its role and the partner application, and a second run writes nothing", async () => {
    await converge(anna);
    expect(shown(simulator)).toEqual([
      [ACCOUNT],
      ["UserApplication", "TeamsApp"],
      [`TeamsApp-${ACCOUNT}`],
      ["SfBOnline"],
    ]);
    const { mailUsers, partnerApplications } = exchangeOf(simulator.state());
    expect(mailUsers?.[0]).toMatchObject({
      ExternalEmailAddress: `SMTP:${ACCOUNT}@contoso.com`,
      HiddenFromAddressListsEnabled: true,
    });
    expect(partnerApplications?.[0]).toMatchObject({
      ApplicationIdentifier: LYNC,
      Enabled: true,
      LinkedAccount: `contoso.local/Users/${ACCOUNT}`,
    });
    const again = await anna.apply("exchange");
    expect({ exit: again.exitCode, writes: again.writes }).toEqual({ exit: 0, writes: [] });
  });

  test("asks for the account alone, not for every one of the organization", () => {
    const asked = simulator.calls().filter(({ command }) => command === "Get-MailUser");
    expect(new Set(asked.map(({ parameters }) => parameters.Filter))).toEqual(new Set([`Name -eq '${ACCOUNT}'`]));
  });
});

describe("trust of the cloud that stands", () => {
  const simulator = withRole();
  const onprem = folder();
  const anna = new Operator(simulator, onprem);

  test("goes again when it is no longer declared, and roles of others stay", async () => {
    await converge(anna);
    const later = new Operator(simulator, synthExchange({ messaging: false, baseline: baselineAfter(anna) }).onprem);
    await later.signOffAll();
    await later.apply("graph");
    const run = await later.apply("exchange");
    expect(
      commands(run)
        .filter((command) => command.startsWith("Remove-"))
        .sort(),
    ).toEqual(MADE.map((noun) => `Remove-${noun}`));
    expect(shown(simulator)).toEqual([[], ["UserApplication"], [], []]);
  });
});

test("a renewed certificate is another key of the principal, which keeps every other one", async () => {
  const anna = new Operator(withRole(), folder());
  await converge(anna);
  const later = new Operator(anna.simulator, folder({ certificate: RENEWED }));
  await later.signOffAll();
  expect((await later.apply("exchange")).writes).toEqual([]);
  const run = await later.apply("graph");
  expect(commands(run)).toEqual(["Update-MgServicePrincipal"]);
  const principal = anna.simulator.state().graph?.principals.find(({ AppId }) => AppId === LYNC);
  const theirs = directory().principals.find(({ AppId }) => AppId === LYNC);
  expect(principal?.KeyCredentials).toHaveLength((theirs?.KeyCredentials.length ?? 0) + 2);
});

describe("undo", () => {
  test("takes the partner away, and gives one of somebody else its values back", async () => {
    const theirs = {
      Name: "Skype",
      Identity: "Skype",
      ApplicationIdentifier: LYNC,
      Enabled: false,
      LinkedAccount: null,
    };
    const simulator = withRole((exchange) => {
      exchange.partnerApplications = [{ ...theirs, LinkedAccount: "contoso.local/Users/Old" }];
      exchange.mailUsers = [
        { Name: "Old", Identity: "contoso.local/Users/Old", ExternalEmailAddress: "SMTP:o@contoso.com" },
      ];
    });
    const onprem = folder();
    const anna = new Operator(simulator, onprem);
    // All but the look afterwards, which would have to be taken back first.
    const asked = ["configure-exchange-oauth/contoso.onmicrosoft.com", "narrow-management-role/TeamsApp"];
    for (const step of [...asked, "publish-edge-federation/edge01.contoso.local"]) await anna.signOff(step);
    await anna.apply("lync");
    await anna.apply("exchange");
    expect(exchangeOf(simulator.state()).partnerApplications).toMatchObject([{ Name: "Skype", Enabled: true }]);
    const run = await simulator.run("exchange", onprem, [
      ...["-Undo", "-Step", "PartnerApplication/SfBOnline", "-State", simulator.stateFolder],
      ...["-Apply", "-Approved", approvedDigest(onprem)],
    ]);
    expect(commands(run)).toEqual(["Set-PartnerApplication"]);
    expect(exchangeOf(simulator.state()).partnerApplications).toMatchObject([
      { Name: "Skype", Enabled: false, LinkedAccount: "contoso.local/Users/Old" },
    ]);
  });
});

test("a role of that name with another parent is refused: no cmdlet changes a role", async () => {
  const simulator = withRole((exchange) => {
    exchange.managementRoles?.push({ ...ROLE, Name: "TeamsApp", Identity: "TeamsApp", Parent: "ArchiveApplication" });
  });
  const onprem = folder();
  const run = await simulator.run("exchange", onprem, [
    ...["-Step", "ManagementRole/TeamsApp", "-State", simulator.stateFolder],
    ...["-Apply", "-Approved", approvedDigest(onprem)],
  ]);
  expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
  expect(run.stdout.replace(/\s+/g, " ")).toContain("Parent cannot be changed after creation");
});

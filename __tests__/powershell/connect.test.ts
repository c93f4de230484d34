import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { HybridDeployment, OnlineTenantProps, SignIn, TenantAdministration } from "../../lib";
import { review } from "../../lib/review/diff";
import { renderText } from "../../lib/review/text-rendering";
import { readManifest } from "../../lib/runbook/manifest-reader";
import { synthContoso } from "../instruments/contoso";
import { leaveFile } from "../instruments/parameter-deployment";
import { approvedDigest } from "../instruments/runbook-run";
import { SimulatedRun, SimulatedRunOptions, Simulator } from "../instruments/simulator";

const TENANT = "11111111-2222-3333-4444-555555555555";
const APP = "99999999-2222-3333-4444-555555555555";
const THUMBPRINT = "0123456789ABCDEF0123456789ABCDEF01234567";
const PARAMETER = "contoso-pipeline-client-id";

function folder(tenant?: (hybrid: HybridDeployment) => OnlineTenantProps): string {
  return synthContoso(tenant === undefined ? {} : { tenant }).onprem;
}

function withCertificate(hybrid: HybridDeployment): OnlineTenantProps {
  const application = new TenantAdministration(hybrid, "pipeline", {
    displayName: "contoso-pipeline",
    certificate: resolve(__dirname, "../../deployed/contoso-hybrid-automation.pem"),
  });
  return { signIn: { teams: SignIn.certificate({ application, tenant: TENANT, thumbprint: THUMBPRINT }) } };
}

const certificate = folder(withCertificate);
const identity = folder(() => ({ tenantId: TENANT, signIn: { teams: SignIn.managedIdentity() } }));
const person = folder(() => ({ tenantId: TENANT }));

/** The first look at the tenant fails, as it does before anybody signed in. */
const SIGNED_OUT: SimulatedRunOptions = {
  env: { LYNC_SIM_FAULTS: JSON.stringify([{ command: "Get-CsTenant", nth: 1, fault: "error" }]) },
};

function withFile(value: unknown = APP): Simulator {
  const simulator = Simulator.from("nothing");
  leaveFile(simulator, JSON.stringify({ [PARAMETER]: { sensitive: false, type: "string", value } }));
  return simulator;
}

function look(simulator: Simulator, onprem: string, options: SimulatedRunOptions = SIGNED_OUT): Promise<SimulatedRun> {
  return simulator.run("teams", onprem, ["-Connect", "-State", simulator.stateFolder], options);
}

function said({ stdout }: SimulatedRun): string {
  return stdout.replace(/\s+/g, " ");
}

describe("-Connect", () => {
  test("signs in with the declared certificate, and the client id that Terraform made, before the first step", async () => {
    const run = await look(withFile(), certificate);
    const signIn = run.calls.findIndex(({ command }) => command === "Connect-MicrosoftTeams");
    expect(run.calls[signIn]?.parameters).toMatchObject({
      ApplicationId: APP,
      CertificateThumbprint: THUMBPRINT,
      TenantId: TENANT,
    });
    expect(run.stdout).toContain(
      `> MicrosoftTeams\\Connect-MicrosoftTeams -ApplicationId '${APP}' -CertificateThumbprint '${THUMBPRINT}'`,
    );
    expect(run.calls.slice(0, signIn).map(({ command }) => command)).toEqual(["Get-CsTenant"]);
    expect(run.calls.length).toBeGreaterThan(signIn + 2);
    expect({ stderr: run.stderr, writes: run.writes }).toEqual({ stderr: "", writes: [] });
  });

  test("uses a session that is there already", async () => {
    const run = await look(withFile(), certificate, {});
    expect(run.calls.map(({ command }) => command)).not.toContain("Connect-MicrosoftTeams");
    expect(said(run)).toContain("The shell teams is signed in to already: that session is used as it is.");
  });

  test("stops when the sign-in is refused, and reads nothing more", async () => {
    const faults = [
      { command: "Get-CsTenant", nth: 1, fault: "error" },
      { command: "Connect-MicrosoftTeams", fault: "error", text: "AADSTS700027: the key is not known." },
    ];
    const run = await look(withFile(), certificate, { env: { LYNC_SIM_FAULTS: JSON.stringify(faults) } });
    expect(said(run)).toContain("Connect-MicrosoftTeams failed: AADSTS700027: the key is not known.");
    expect({ exit: run.exitCode, calls: run.calls.length }).toEqual({ exit: 1, calls: 2 });
  });

  test("stops when no session came of it: an application without a role sees no tenant", async () => {
    const faults = [{ command: "Get-CsTenant", nth: 1, times: 9, fault: "error" }];
    const run = await look(withFile(), certificate, { env: { LYNC_SIM_FAULTS: JSON.stringify(faults) } });
    expect(said(run)).toContain("finds no session. Does the application hold its role in this tenant?");
    expect(run.exitCode).toBe(1);
  });

  test.each([
    ["the client id is not in the state folder", () => Simulator.from("nothing"), `needs the parameter ${PARAMETER}.`],
    ["the client id is no text", () => withFile(7), "Its value is no text."],
  ])("is refused when %s", async (_when, simulator, words) => {
    const run = await look(simulator(), certificate);
    expect(said(run)).toContain(words);
    expect({ exit: run.exitCode, calls: run.calls.length }).toEqual({ exit: 64, calls: 1 });
  });

  test("is refused without -State when Terraform makes the client id", async () => {
    const run = await Simulator.from("nothing").run("teams", certificate, ["-Connect"], SIGNED_OUT);
    expect(said(run)).toContain(`-Connect needs the parameter ${PARAMETER}, which exists only after terraform apply`);
    expect(run.exitCode).toBe(64);
  });

  test.each([
    ["a shell that a person signs in to", "teams", person],
    ["a shell of the servers", "lync", certificate],
  ] as const)("is refused for %s", async (_what, shell, onprem) => {
    const run = await Simulator.from("nothing").run(shell, onprem, ["-Connect"]);
    expect(said(run)).toContain(`-Connect cannot open the shell ${shell}: only a shell of the cloud for which main.ts`);
    expect({ exit: run.exitCode, calls: run.calls }).toEqual({ exit: 64, calls: [] });
  });

  test("is refused with -SignOff", async () => {
    const simulator = Simulator.from("nothing");
    const args = ["-Connect", "-SignOff", "a/b", "-By", "A", "-Note", "B", "-State", simulator.stateFolder];
    const run = await simulator.run("teams", certificate, [...args, "-Approved", approvedDigest(certificate)]);
    expect(said(run)).toContain("-SignOff reads nothing in a tenant: leave out -Connect.");
    expect(run.exitCode).toBe(64);
  });
});

describe("a run for a declared tenant", () => {
  test("is refused in another one, whoever signed in", async () => {
    const simulator = Simulator.from("nothing");
    simulator.change((state) => {
      state.tenant.info.TenantId = "00000000-0000-0000-0000-000000000001";
    });
    const run = await simulator.run("teams", person);
    expect(said(run)).toContain(
      `This session is in the tenant 00000000-0000-0000-0000-000000000001, but this runbook is`,
    );
    expect(run.calls.map(({ command }) => command)).toEqual(["Get-CsTenant"]);
    expect(run.exitCode).toBe(64);
  });

  test("is refused when nobody is signed in, or the tenant is not told", async () => {
    const simulator = Simulator.from("nothing");
    expect(said(await simulator.run("teams", person, [], SIGNED_OUT))).toContain(
      "Sign in first. It is not known which",
    );
    simulator.change((state) => {
      delete state.tenant.info.TenantId;
    });
    expect(said(await simulator.run("teams", person))).toContain("MicrosoftTeams\\Get-CsTenant told no TenantId");
  });

  test("goes on in that one", async () => {
    const run = await Simulator.from("nothing").run("teams", person);
    expect(run.stdout).toContain("Summary");
    expect(run.calls[0]?.command).toBe("Get-CsTenant");
  });
});

describe("the page and the index of a runbook", () => {
  const page = (onprem: string): string => readFileSync(join(onprem, "RUNBOOK.md"), "utf8");

  test("say how a pipeline signs in with a certificate, from which version on, and what it cannot run", () => {
    expect(page(certificate)).toContain(
      `Connect-MicrosoftTeams -ApplicationId <parameter ${PARAMETER}> -CertificateThumbprint '${THUMBPRINT}' -TenantId '${TENANT}'`,
    );
    expect(page(certificate)).toContain("needs MicrosoftTeams 4.7.1 or newer");
    expect(page(certificate)).toContain("cannot run `New-Team`");
    expect(page(certificate)).toContain("Invoke-Runbook.ps1 -Shell teams -State <state folder> -Connect");
    expect(page(certificate)).toContain("sign-in to teams");
  });

  test("say how the identity of a machine does", () => {
    expect(page(identity)).toContain("Connect-MicrosoftTeams -Identity");
    expect(page(identity)).toContain("needs MicrosoftTeams 5.8.1 or newer");
  });

  test("let a review see who signs in to the tenant, and that somebody else does", () => {
    const [before, after] = [person, certificate].map((onprem) => readManifest(join(onprem, "manifest.json")));
    const facts = after?.landscape.find(({ kind }) => kind === "Tenant")?.facts;
    expect(facts).toMatchObject({
      "tenant id": TENANT,
      "sign-in to teams": `application parameter ${PARAMETER}, certificate ${THUMBPRINT}`,
    });
    if (before === undefined || after === undefined) throw new Error("no manifest");
    expect(renderText(review(before, after))).toContain("sign-in to teams");
  });

  test("stay as they were where a person signs in", () => {
    expect(page(person)).toContain("\nConnect-MicrosoftTeams\n");
    expect(page(person)).not.toContain("-Connect");
    expect(readFileSync(join(folder(), "steps.json"), "utf8")).not.toMatch(/"(connect|tenant)":/);
  });
});

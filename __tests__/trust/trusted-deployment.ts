import { TerraformStack } from "cdktf";
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CloudTrust,
  CloudTrustProps,
  ExchangeTrust,
  ExchangeTrustProps,
  FrontEndPool,
  HybridDeployment,
  OAuthCertificate,
  OnlineTenant,
  SharedPrincipal,
} from "../../lib";
import { isRoom } from "../../lib/onprem/room";
import { ContosoOptions, declareContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { GraphState, KeyCredentialState, Simulator, SimulatorState } from "../instruments/simulator";
import { Synthesis } from "../rules/synthesis";

export const EXCHANGE_ONLINE = "00000002-0000-0ff1-ce00-000000000000";
export const LYNC_SERVERS = "00000004-0000-0ff1-ce00-000000000000";
export const CERTIFICATE = join(__dirname, "token-certificate.pem");
export const THUMBPRINT = new X509Certificate(readFileSync(CERTIFICATE)).fingerprint.replace(/:/g, "");
export const RENEWED = join(__dirname, "renewed-token-certificate.pem");
export const TENANT_ID = "11111111-2222-3333-4444-555555555555";
export const METADATA = `https://accounts.accesscontrol.windows.net/${TENANT_ID}/metadata/json/1`;

export interface TrustOptions extends ContosoOptions {
  readonly tokenCertificate?: string;
  /** `null`: not declared. */
  readonly exchange?: Partial<ExchangeTrustProps> | null;
  readonly cloud?: Partial<CloudTrustProps> | null;
}

/** The deployment of main.ts, which trusts Exchange on-premises and Exchange Online. */
export function declareTrust(stack: TerraformStack, options: TrustOptions = {}): HybridDeployment {
  const hybrid = declareContoso(stack, options);
  const rooms = hybrid.node.findAll().filter(isRoom);
  const pool = rooms.find((room) => room instanceof FrontEndPool);
  const tenant = rooms.find((room) => room instanceof OnlineTenant);
  if (pool === undefined || tenant === undefined) throw new Error("main.ts declares a pool and a tenant");
  const certificate = new OAuthCertificate(hybrid, "oauth", { certificate: options.tokenCertificate ?? CERTIFICATE });
  if (options.exchange !== null) {
    new ExchangeTrust(hybrid, "exchange", {
      certificate,
      pool,
      autodiscoverUrl: "https://autodiscover.contoso.com/autodiscover/autodiscover.svc",
      exchange: { servers: ["ex02.contoso.local", "ex01.contoso.local"] },
      ...options.exchange,
    });
  }
  if (options.cloud === null) return hybrid;
  new CloudTrust(hybrid, "cloud", {
    certificate,
    tenant,
    tenantId: TENANT_ID,
    webServices: ["webext.contoso.com"],
    sharedPrincipal: SharedPrincipal.accepted("Until the dedicated application is there."),
    ...options.cloud,
  });
  return hybrid;
}

export const folderOf = (synthesis: Synthesis): string => join(synthesis.outdir, "stacks", "contoso", "onprem");

/** Signs and runs until nothing is left to do: some steps by hand wait for steps of the shells. */
export async function converge(anna: Operator): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    await signWhatIsReady(anna);
    const { exitCode, writes } = await anna.apply("lync");
    if (exitCode === 0 && writes.length === 0) return;
    for (const shell of ["graph", "teams"] as const) await anna.apply(shell);
  }
  throw new Error("the runbook does not come to an end");
}

/** A person does what is asked for, and that is only what nothing comes before. */
export async function signWhatIsReady(anna: Operator): Promise<void> {
  const text = readFileSync(join(anna.onprem, "steps.json"), "utf8");
  const { steps } = JSON.parse(text) as { steps: { id: string; shape: string; after: string[] }[] };
  const done = anna.receipts().flatMap(({ id, state }) => (state === "done" ? [id] : []));
  for (const { id, shape, after } of steps) {
    if (shape === "manual" && !done.includes(id) && after.every((before) => done.includes(before)))
      await anna.signOff(id);
  }
}

/** The directory of a tenant in which both principals of Microsoft stand, each with a key and a name of somebody else. */
export function directory(): GraphState {
  return {
    context: { TenantId: TENANT_ID, Account: "anna@contoso.com" },
    principals: [EXCHANGE_ONLINE, LYNC_SERVERS].map((AppId, index) => ({
      Id: `object-${String(index)}`,
      AppId,
      AccountEnabled: true,
      ServicePrincipalNames: [AppId, `${AppId}/other.fabrikam.com`, "https://other.fabrikam.com/"],
      KeyCredentials: [foreignKey(index, "2099-01-01T00:00:00Z"), foreignKey(index + 10, "2020-01-01T00:00:00Z")],
    })),
  };
}

function foreignKey(number: number, EndDateTime: string): KeyCredentialState {
  return {
    KeyId: `foreign-${String(number)}`,
    CustomKeyIdentifier: Buffer.alloc(20, number + 1).toString("base64"),
    DisplayName: "CN=somebody else",
    StartDateTime: "2019-01-01T00:00:00Z",
    EndDateTime,
    Type: "AsymmetricX509Cert",
    Usage: "Verify",
    Key: Buffer.from(`key ${String(number)}`).toString("base64"),
  };
}

/** Servers on which nothing is, with the key of the certificate in the store of the host. */
export function trustingServers(edit: (state: SimulatorState) => void = () => undefined): Simulator {
  const servers = Simulator.from("nothing");
  servers.change((state) => {
    state.computerStore = [THUMBPRINT, "00AA"];
    state.graph = directory();
    edit(state);
  });
  return servers;
}

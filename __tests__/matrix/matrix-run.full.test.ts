import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ExchangeVersion } from "../../lib";
import { exchangeOf, NO_OVERRIDES } from "../instruments/exchange";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { SimulatedServer, Simulator, SimulatorState } from "../instruments/simulator";
import { synthesize } from "../rules/synthesis";
import { directory, folderOf, signWhatIsReady, THUMBPRINT } from "../trust/trusted-deployment";
import { Cell, CELLS, declareCell, nameOf, supportOf } from "./cell";

/** Subscription Edition has the cmdlets of 2019, as far as any document says. */
const SERVERS: Readonly<Record<string, SimulatedServer>> = {
  "Lync Server 2013": "lync2013",
  "Skype for Business Server 2015": "sfb2015",
};
const EXCHANGES: ReadonlyMap<ExchangeVersion, string> = new Map([
  [ExchangeVersion.EXCHANGE_2013, "exchange2013"],
  [ExchangeVersion.EXCHANGE_2016, "exchange2016"],
  [ExchangeVersion.EXCHANGE_SUBSCRIPTION_EDITION, "exchangeSE"],
]);
const MESSAGING = { InstantMessagingEnabled: false, InstantMessagingType: "None" };

/** Everything that a company can have before, and nothing that is declared. */
function company(cell: Cell): Simulator {
  const state: SimulatorState = { ...Simulator.seed("nothing"), exchange: structuredClone(NO_OVERRIDES) };
  const exchange = exchangeOf(state);
  exchange.owaVirtualDirectories = [
    { Name: "owa (Default Web Site)", Identity: "EX01\\owa (Default Web Site)", Server: "EX01", ...MESSAGING },
  ];
  exchange.owaMailboxPolicies = [{ Name: "Default", Identity: "Default", ...MESSAGING }];
  state.graph = directory();
  state.computerStore = [THUMBPRINT];
  state.sharePoint = {
    sites: ["https://portal.contoso.com"],
    tokenService: { HybridStsSelectionEnabled: false, AllowMetadataOverHttp: true, AllowOAuthOverHttp: false },
    issuers: [],
  };
  return Simulator.from(state, { server: simulated(cell) });
}

interface Index {
  readonly shells: readonly { readonly name: string }[];
}

type RunShell = Parameters<Operator["apply"]>[0];

function shellsOf(onprem: string): RunShell[] {
  const { shells } = JSON.parse(readFileSync(join(onprem, "steps.json"), "utf8")) as Index;
  return shells.map(({ name }) => name).filter((name): name is RunShell => name !== "by-hand");
}

/** Everybody acts in turn until a whole round writes nothing; the last words of every shell. */
async function converge(anna: Operator, shells: readonly RunShell[]): Promise<string> {
  let last = "";
  for (let round = 0; round < 12; round += 1) {
    await signWhatIsReady(anna);
    const runs = [];
    for (const shell of shells) runs.push(await anna.apply(shell));
    last = runs.map(({ stdout, stderr }) => stdout + stderr).join("\n");
    if (runs.every(({ exitCode, writes }) => exitCode === 0 && writes.length === 0)) return "";
  }
  return last;
}

const simulated = ({ server }: Cell): SimulatedServer => SERVERS[server.productName] ?? "sfb2019";
const synthesized = (cell: Cell): string =>
  folderOf(
    synthesize((stack) => {
      declareCell(stack, cell);
    }),
  );

/** Cells whose scripts are the same, byte by byte, and run against the same simulated products are one. */
function distinct(): [string, Cell, string][] {
  const known = new Map<string, [string, Cell, string]>();
  for (const cell of CELLS.filter((candidate) => supportOf(candidate).verdict === "supported")) {
    const onprem = synthesized(cell);
    const key = `${simulated(cell)} ${cell.mailbox.productName} ${approvedDigest(onprem)}`;
    if (!known.has(key)) known.set(key, [nameOf(cell), cell, onprem]);
  }
  return [...known.values()];
}

test.each(distinct())(
  "%s, and every cell with the same scripts: converges in all shells that it needs, and then writes nothing",
  async (_name, cell, onprem) => {
    const env = { LYNC_SIM_EXCHANGE: EXCHANGES.get(cell.mailbox) ?? "exchange2019" };
    const anna = new Operator(company(cell), onprem, { env });
    const shells = shellsOf(onprem);
    expect(shells).toEqual(expect.arrayContaining(["lync", "teams"]));
    expect(await converge(anna, shells)).toBe("");
    expect(anna.receipts().filter(({ state }) => state !== "done")).toEqual([]);
  },
);

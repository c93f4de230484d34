import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { synthHybridApplication } from "../exchange/hybrid-application";
import { exchangeOf, exchangeSimulator } from "../instruments/exchange";
import { Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";

const NAME = "exchange-hybrid-application-id";
const ID = "7a1f0c52-8f1e-4b6f-9a43-0f5d1c2b3a49";
const DOMAINS = ["contoso.com", "contoso.mail.onmicrosoft.com"];
const ONLY = ["-Step", "AuthServer/EvoSts---11111111-2222-3333-4444-555555555555"];
const { stackDir } = synthHybridApplication();
const onprem = join(stackDir, "onprem");

function servers(): Simulator {
  return exchangeSimulator((exchange) => {
    exchange.authServers = [
      {
        Name: "EvoSts - 11111111-2222-3333-4444-555555555555",
        ApplicationIdentifier: null,
        DomainName: ["contoso.com"],
      },
    ];
  });
}

/** What `terraform output -json` leaves in the state folder. */
function write(simulator: Simulator, text: string): void {
  mkdirSync(simulator.stateFolder, { recursive: true });
  writeFileSync(join(simulator.stateFolder, "parameters.json"), text);
}

const OUTPUTS = JSON.stringify({ [NAME]: { sensitive: false, type: "string", value: ID } });

const named = (simulator: Simulator): string | null | undefined =>
  exchangeOf(simulator.state()).authServers?.[0]?.ApplicationIdentifier;

describe("the id of the dedicated application", () => {
  test("is written as it stands in parameters.json, said before, and read back by the next run", async () => {
    const simulator = servers();
    write(simulator, OUTPUTS);
    const anna = new Operator(simulator, onprem);
    await anna.signOffAll();
    const look = await simulator.run("exchange", onprem, [...ONLY, "-State", simulator.stateFolder]);
    expect(look.stdout.replace(/\s+/g, " ")).toContain(`${NAME} = '${ID}' (not covered by the digest)`);
    const run = await anna.apply("exchange");
    // The steps of the other shell are still to be done.
    expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 5, stderr: "" });
    expect(exchangeOf(simulator.state()).authServers?.[0]).toMatchObject({
      ApplicationIdentifier: ID,
      DomainName: DOMAINS,
    });
    expect((await anna.apply("exchange")).writes).toEqual([]);
  });

  test("is asked for where nobody brought the file, and the override waits", async () => {
    const simulator = servers();
    const anna = new Operator(simulator, onprem);
    await anna.signOffAll();
    const run = await anna.apply("exchange");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout.replace(/\s+/g, " ")).toContain(`This step needs the parameter ${NAME}`);
    expect(named(simulator)).toBeNull();
  });
});

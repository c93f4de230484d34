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
function write(simulator: Simulator, text: string | Buffer): void {
  mkdirSync(simulator.stateFolder, { recursive: true });
  writeFileSync(join(simulator.stateFolder, "parameters.json"), text);
}

const outputs = (value: unknown, more: object = {}): string =>
  JSON.stringify({ [NAME]: { sensitive: false, type: "string", value, ...more } });

const named = (simulator: Simulator): string | null | undefined =>
  exchangeOf(simulator.state()).authServers?.[0]?.ApplicationIdentifier;

describe("a value that only Terraform knows", () => {
  test("is shown by its name in a dry run that was told no state folder", async () => {
    const simulator = servers();
    const run = await simulator.run("exchange", onprem, ONLY);
    expect(run.stdout).toContain(`ApplicationIdentifier is ${NAME}, which is not known yet`);
    expect(run.stdout).toContain(`-ApplicationIdentifier '<${NAME} of parameters.json>'`);
    expect(run.writes).toEqual([]);
  });

  test("is written as it stands in parameters.json, said before, and read back by the next run", async () => {
    const simulator = servers();
    write(simulator, outputs(ID));
    const anna = new Operator(simulator, onprem);
    await anna.signOffAll();
    const look = await simulator.run("exchange", onprem, [...ONLY, "-State", simulator.stateFolder]);
    expect(look.stdout.replace(/\s+/g, " ")).toContain(
      `ApplicationIdentifier is ${ID}: ${NAME} in parameters.json, which the approval does not cover`,
    );
    const run = await anna.apply("exchange");
    // The steps of the other shell are still to be done.
    expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 5, stderr: "" });
    expect(exchangeOf(simulator.state()).authServers?.[0]).toMatchObject({
      ApplicationIdentifier: ID,
      DomainName: DOMAINS,
    });
    expect((await anna.apply("exchange")).writes).toEqual([]);
  });

  test("is read from a file that Windows PowerShell redirected, and whatever it holds arrives as a text", async () => {
    const simulator = servers();
    const hostile = "a'b‘$(Get-Date)`\"; Remove-Item x";
    write(simulator, Buffer.from(`﻿${outputs(hostile)}`, "utf16le"));
    const anna = new Operator(simulator, onprem);
    await anna.signOffAll();
    await anna.apply("exchange");
    expect(named(simulator)).toBe(hostile);
  });

  test.each([
    ["no file", undefined, "there is no parameters.json in"],
    ["no JSON", "{", "is no JSON"],
    ["no such output", "{}", `does not hold ${NAME}`],
    ["a list", outputs([ID]), `${NAME} in`],
    ["nothing", outputs("  "), "is empty"],
    ["two lines", outputs(`${ID}\nx`), "holds a line break"],
    ["a secret", outputs(ID, { sensitive: true }), "is marked as sensitive"],
  ])("stops the step that needs it, and no other, with %s", async (_what, text, reason) => {
    const simulator = servers();
    const anna = new Operator(simulator, onprem);
    await anna.signOffAll();
    if (text !== undefined) write(simulator, text);
    const run = await anna.apply("exchange");
    expect(run.exitCode).toBe(1);
    expect(run.stdout.replace(/\s+/g, " ")).toContain(reason);
    expect(named(simulator)).toBeNull();
  });
});

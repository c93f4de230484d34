import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CloudTrust,
  ExchangeConnection,
  ExchangeOnPremises,
  ExchangeTrust,
  ExchangeVersion,
  HybridDeployment,
  UnifiedContactStore,
} from "../../lib";
import { ancestors } from "../../lib/onprem/order";
import { isRoom } from "../../lib/onprem/room";
import { Manifest } from "../../lib/runbook/manifest";
import { synthesize } from "../rules/synthesis";
import { declareTrust, folderOf } from "../trust/trusted-deployment";

function exchangeOf(hybrid: HybridDeployment, servers: readonly string[]): ExchangeOnPremises {
  return new ExchangeOnPremises(hybrid, "exchange-2016", { version: ExchangeVersion.EXCHANGE_2016, servers });
}

/** What the step of the contact store waits for, where its connection stands on a trust of this deployment. */
function waitsOf(connect: "onPremises" | "online"): ReadonlySet<string> {
  const synthesis = synthesize((stack) => {
    const hybrid = declareTrust(stack);
    const rooms = hybrid.node.findAll().filter(isRoom);
    const exchange = rooms.find((room) => room instanceof ExchangeTrust);
    const cloud = rooms.find((room) => room instanceof CloudTrust);
    if (exchange === undefined || cloud === undefined) throw new Error("both trusts are declared");
    const connection =
      connect === "online"
        ? ExchangeConnection.online(hybrid, "connection", cloud)
        : ExchangeConnection.onPremises(hybrid, "connection", {
            trust: exchange,
            exchange: exchangeOf(hybrid, ["ex01.contoso.local", "ex02.contoso.local"]),
          });
    new UnifiedContactStore(hybrid, "contacts", { connection, allowed: true });
  });
  expect(synthesis.error).toBeUndefined();
  const { steps } = JSON.parse(readFileSync(join(folderOf(synthesis), "manifest.json"), "utf8")) as Manifest;
  return ancestors("CsUserServicesPolicy/Global", new Map(steps.map((step) => [step.id, step.after])));
}

describe("a connection that stands on a declared trust", () => {
  test("makes the contact store wait for what Exchange on-premises needs, and not for the cloud", () => {
    const waits = [...waitsOf("onPremises")];
    expect(waits).toContain("CsPartnerApplication/Exchange");
    expect(waits).not.toContain("CsOAuthServer/microsoft.sts");
  });

  test("makes the contact store wait for what Exchange Online needs", () => {
    expect([...waitsOf("online")]).toEqual(
      expect.arrayContaining(["CsOAuthServer/microsoft.sts", "CsPartnerApplication/microsoft.exchange"]),
    );
  });

  test("is refused with an Exchange server that the trust does not know", () => {
    const { error } = synthesize((stack) => {
      const hybrid = declareTrust(stack, { cloud: null });
      const trust = hybrid.node.findChild("exchange") as ExchangeTrust;
      const exchange = exchangeOf(hybrid, ["ex01.contoso.local", "ex07.contoso.local"]);
      expect(() => ExchangeConnection.onPremises(hybrid, "connection", { trust, exchange })).toThrow(
        '"exchange" has ex07.contoso.local, and the trust "contoso/hybrid/exchange" was built without: IIS would not be ' +
          "started again there. Give ExchangeTrust the same ExchangeOnPremises.",
      );
    });
    expect(error).toBeUndefined();
  });
});

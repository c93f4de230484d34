import { TerraformStack } from "cdktf";
import { join } from "node:path";
import {
  EdgeFederation,
  EdgePool,
  ExchangeOnline,
  ExchangeOnlineProps,
  HybridDeployment,
  OnlineTenant,
  Site,
} from "../../lib";
import { isRoom, Room } from "../../lib/onprem/room";
import { ContosoOptions, declareContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { sentence, synthesize } from "../rules/synthesis";

export interface ExchangeRooms {
  readonly hybrid: HybridDeployment;
  readonly exchangeOnline: ExchangeOnline;
  readonly edge: EdgeFederation;
  readonly tenant: OnlineTenant;
  /** Declares the site HQ. */
  readonly site: () => Site;
}

/** Classes with a private constructor have no other type. */
type Class<T> = { readonly name: string; readonly prototype: T };

export function roomOf<T extends Room>(hybrid: HybridDeployment, kind: Class<T>): T {
  const found = hybrid.node
    .findAll()
    .filter(isRoom)
    .find((room): room is T => Object.prototype.isPrototypeOf.call(kind.prototype, room));
  if (found === undefined) throw new Error(`main.ts declares no ${kind.name}`);
  return found;
}

/** The deployment of main.ts, joined with Exchange Online. */
export function exchangeRooms(
  stack: TerraformStack,
  props: Partial<ExchangeOnlineProps> = {},
  options: ContosoOptions = {},
): ExchangeRooms {
  const hybrid = declareContoso(stack, options);
  const edge = roomOf(hybrid, EdgeFederation);
  const tenant = roomOf(hybrid, OnlineTenant);
  const exchangeOnline = new ExchangeOnline(hybrid, "exchange-online", { edge, tenant, ...props });
  const site = (): Site => new Site(hybrid, "hq", { siteId: "HQ", federationRoute: roomOf(hybrid, EdgePool) });
  return { hybrid, exchangeOnline, edge, tenant, site };
}

/** Everything there is to do, and a minute more, in which the servers replicate what was written last. */
export async function applyEverything(operator: Operator): Promise<void> {
  await operator.signOffAll();
  await operator.apply("lync");
  await operator.apply("teams");
  await operator.apply("exchange-online");
  operator.simulator.change((state) => {
    state.replication.pending = 0;
  });
}

/** Synthesizes it with what is declared beside; returns the runbook folder. */
export function synthExchange(declare: (rooms: ExchangeRooms) => unknown, options: ContosoOptions = {}): string {
  const { outdir, error } = synthesize((stack) => declare(exchangeRooms(stack, {}, options)));
  if (error !== undefined) throw new Error(sentence(error));
  return join(outdir, "stacks", "contoso", "onprem");
}

import { Construct, Dependable } from "constructs";
import * as errors from "../errors";
import { DeploymentModel, ExchangeConnectionFact } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { CloudTrust } from "../trust/cloud-trust";
import { ExchangeTrust } from "../trust/exchange-trust";
import { isEncodedText } from "../values/encoded-value";
import { ExchangeOnPremises } from "./exchange-on-premises";
import { ExchangeVersion } from "./exchange-version";

export interface ExchangeConnectionByHandProps {
  /** Version of the Exchange that holds the mailboxes of the people on-premises. */
  readonly exchange: ExchangeVersion;
  /**
   * One sentence: who set up server-to-server authentication, and where that is written. It stands beside the findings that
   * ask for it.
   */
  readonly reason: string;
}

export interface ExchangeConnectionOnPremisesProps {
  readonly trust: ExchangeTrust;
  /** The Exchange that holds the mailboxes of the people on-premises: the one that the trust was built with. */
  readonly exchange: ExchangeOnPremises;
}

/**
 * Server-to-server authentication between these servers and an Exchange: the unified contact store and the archive in
 * Exchange work through nothing else. Rooms that need it wait for its steps.
 *
 * Source: "Plan to integrate Skype for Business Server and Exchange".
 */
export abstract class ExchangeConnection extends Room {
  /** Version of the Exchange at the other end. */
  public abstract readonly exchange: ExchangeVersion;

  /**
   * Trust that was set up outside this deployment: nothing is set, and nothing checks it.
   *
   * @throws when the reason is empty or known only after apply
   */
  public static byHand(scope: Construct, id: string, props: ExchangeConnectionByHandProps): ExchangeConnection {
    return new ConnectionByHand(scope, id, props);
  }

  /**
   * Trust with Exchange on-premises that this deployment declares: what needs it waits for all of its steps.
   *
   * @throws when the trust was built with other servers
   */
  public static onPremises(
    scope: Construct,
    id: string,
    { trust, exchange }: ExchangeConnectionOnPremisesProps,
  ): ExchangeConnection {
    const { servers, version } = exchange;
    const strangers = servers.filter((server) => !trust.exchangeServers.includes(server));
    if (strangers.length > 0) throw errors.exchangeNotTrusted("exchange", strangers, trust.node.path);
    return new DeclaredConnection(scope, id, trust, version);
  }

  /** Trust with Exchange Online that this deployment declares: what needs it waits for all of its steps. */
  public static online(scope: Construct, id: string, trust: CloudTrust): ExchangeConnection {
    return new DeclaredConnection(scope, id, trust, ExchangeVersion.EXCHANGE_ONLINE);
  }

  /** @internal What the model says of this connection. */
  protected fact(by: string): ExchangeConnectionFact {
    const { productName, order } = this.exchange;
    return { source: this.node.path, exchange: productName, exchangeOrder: order, by };
  }
}

class ConnectionByHand extends ExchangeConnection {
  public readonly exchange: ExchangeVersion;
  private readonly reason: string;

  public constructor(scope: Construct, id: string, props: ExchangeConnectionByHandProps) {
    super(scope, id);
    if (isEncodedText(props.reason)) throw errors.knownOnlyAfterApply("reason");
    if (props.reason.trim() === "") throw errors.emptyText("reason");
    this.exchange = props.exchange;
    this.reason = props.reason.trim();
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return { exchangeConnections: [this.fact(this.reason)] };
  }
}

class DeclaredConnection extends ExchangeConnection {
  public constructor(
    scope: Construct,
    id: string,
    private readonly trust: ExchangeTrust | CloudTrust,
    public readonly exchange: ExchangeVersion,
  ) {
    super(scope, id);
    // It has no steps of its own: who waits for it waits for those of the trust.
    Dependable.implement(this, { dependencyRoots: [...trust.standing] });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return { exchangeConnections: [this.fact(`declared: ${this.trust.node.path}`)] };
  }
}

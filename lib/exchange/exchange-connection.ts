import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel, ExchangeConnectionFact } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { isEncodedText } from "../values/encoded-value";
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

import { Construct, IConstruct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";

const DEPLOYMENT = Symbol.for("cdktf-lync-hybrid/HybridDeployment");
const ROOM = Symbol.for("cdktf-lync-hybrid/Room");

/** Marks the roof, so that rooms find it without importing it. Symbols survive two copies of this library. */
export function markDeployment(construct: IConstruct): void {
  Object.defineProperty(construct, DEPLOYMENT, { value: true });
}

export function isDeployment(construct: IConstruct): boolean {
  return DEPLOYMENT in construct;
}

/** A piece of domain knowledge: it contributes facts to the model and declares desired states beneath itself. */
export abstract class Room extends Construct {
  protected constructor(scope: Construct, id: string) {
    super(scope, id);
    Object.defineProperty(this, ROOM, { value: true });
    if (!this.node.scopes.some(isDeployment)) throw errors.outsideDeployment(this.node.path);
  }

  /** @internal What this room adds to the model. */
  public abstract facts(): Partial<DeploymentModel>;
}

export function isRoom(construct: IConstruct): construct is Room {
  return ROOM in construct;
}

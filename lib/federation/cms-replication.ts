import { Construct } from "constructs";
import { CMS_REPLICATION } from "../onprem/catalog/cms-replication";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { EdgePool } from "../topology/edge-pool";

/** @internal */
export interface CmsReplicationProps {
  readonly edgePool: EdgePool;
  readonly phase: Phase;
  /** What is waited for, where a deployment waits more than once. @default - the shared address space */
  readonly part?: string;
}

/** @internal The wait until the Edge holds what was written before; whoever declares it says what that is. */
export class CmsReplication extends DesiredState<Readonly<Record<string, never>>> {
  public constructor(scope: Construct, id: string, { edgePool, phase, part }: CmsReplicationProps) {
    super(scope, id, {
      kind: CMS_REPLICATION,
      identity: edgePool.fqdn,
      ...(part === undefined ? {} : { part }),
      properties: {},
      phase,
      title: "Every server, the Edge included, holds the configuration.",
      verification: "Get-CsManagementStoreReplicationStatus shows UpToDate for every replica",
      waits: "replication, at most five minutes",
    });
  }
}

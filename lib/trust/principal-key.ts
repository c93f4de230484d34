import { Construct } from "constructs";
import { PublicCertificate } from "../entra/public-certificate";
import { PRINCIPAL_KEY, PrincipalKey } from "../onprem/catalog/principal";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { OnlineTenant } from "../tenant/online-tenant";

/** @internal */
export interface PrincipalKeyProps {
  readonly tenant: OnlineTenant;
  /** Parsed id of the tenant. */
  readonly tenantId: string;
  /** Id of the application whose principal verifies by this key, and the name of that application in step ids. */
  readonly application: string;
  readonly part: string;
  readonly certificate: PublicCertificate;
  /** Whose tokens, as the end of a sentence. */
  readonly of: string;
}

/** @internal The public half of a certificate among the keys of a principal, where every other key stays. */
export function principalKey(room: Construct, id: string, props: PrincipalKeyProps): DesiredState<PrincipalKey> {
  const { tenant, tenantId, application, part, certificate, of } = props;
  const { thumbprint, der, lastDay } = certificate;
  return new DesiredState(room, id, {
    kind: PRINCIPAL_KEY,
    identity: `${tenantId}/${application}/${thumbprint}`,
    subject: thumbprint,
    part,
    properties: { Certificate: der },
    phase: Phase.INTEGRATE,
    title: `The tenant verifies tokens ${of} by the certificate ${thumbprint}, which ends on ${lastDay}.`,
    verification: `Get-MgServicePrincipal shows a key that ends on ${lastDay} in KeyCredentials of ${application}`,
    host: tenant.initialDomain,
    waits: "Microsoft gives no figure until every token server knows a new key",
    unverified: [
      "that Graph takes keys which have ended back as they are: this runbook drops none of them; where Graph refuses, take those out by hand and run again",
      "that a key which Get-MgServicePrincipal shows without its bytes stays valid when it is sent back under its id",
    ],
  });
}

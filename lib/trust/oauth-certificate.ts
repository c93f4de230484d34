import { Construct, IConstruct } from "constructs";
import { PublicCertificate, readPublicCertificate } from "../entra/public-certificate";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { CS_CERTIFICATE_OAUTH, OAUTH_TOKEN_ISSUER } from "../onprem/catalog/cs-certificate";
import { DesiredState } from "../onprem/desired-state";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";

const SMALLEST_KEY = 2048;

export interface OAuthCertificateProps {
  /**
   * Path of the public certificate (PEM, without private key), relative to the working directory. The key itself lies in
   * the certificate store of the servers and never comes here. Another file is another certificate: a renewal.
   */
  readonly certificate: string;
}

/**
 * The certificate by which the servers sign the tokens that they show to other servers (OAuthTokenIssuer). There is one
 * for the whole deployment: it is assigned once, and replication brings it to every server, with its key. The
 * tenant learns the public half by steps that are named after its thumbprint, so a renewal adds it before the old one goes.
 *
 * Throws when the file holds no certificate or a private key, or the key is no RSA key of 2048 bits at least. Source:
 * "Assign a server-to-server authentication certificate", Set-CsCertificate.
 */
export class OAuthCertificate extends Room {
  /** SHA-1 of the certificate, 40 hexadecimal digits in upper case. */
  public readonly thumbprint: string;
  /** @internal Its public half: what others are told. */
  public readonly certificate: PublicCertificate;
  private readonly assignment: IConstruct;

  public constructor(scope: Construct, id: string, props: OAuthCertificateProps) {
    super(scope, id);
    this.certificate = readPublicCertificate("certificate", props.certificate);
    const { key, rsaBits, thumbprint } = this.certificate;
    if (rsaBits < SMALLEST_KEY) throw errors.weakTokenKey("certificate", props.certificate, key);
    this.thumbprint = thumbprint;
    const imported = this.requireImport();
    this.assignment = this.assign();
    this.assignment.node.addDependency(imported);
  }

  /** @internal Whoever must know the public half before the servers sign with it. */
  public isAnnouncedBy(step: IConstruct): void {
    this.assignment.node.addDependency(step);
  }

  /** @internal Makes a step wait until the servers sign with this certificate. */
  public isAssignedBefore(step: IConstruct): void {
    step.node.addDependency(this.assignment);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { thumbprint, names } = this.certificate;
    return { oauthCertificates: [{ source: this.node.path, thumbprint, names }] };
  }

  private requireImport(): IConstruct {
    const { thumbprint, names, firstDay, lastDay } = this.certificate;
    return new ManualStep(this, "imported", {
      name: "import-oauth-certificate",
      subject: thumbprint,
      phase: Phase.INTEGRATE,
      title: `The certificate ${thumbprint} lies with its private key in the computer store of this host.`,
      words: [
        `It is the certificate of ${names.join(", ")}, valid from ${firstDay} to ${lastDay}.`,
        "Import it with its private key, marked as exportable, into the personal certificates of the local computer " +
          "(certlm.msc, or Certificates for the computer account in mmc.exe).",
        `Look: Get-ChildItem Cert:\\LocalMachine\\My\\${thumbprint} | Format-List Subject, NotAfter, HasPrivateKey`,
        "HasPrivateKey is True. Delete the file with the key, and its password, from this host.",
      ],
      role: "local administrator of the host",
      risk: { level: "low", reason: "a certificate in the store that nothing uses yet" },
      undo: { possible: "yes", how: "delete the certificate from the store, once nothing is assigned it" },
      verification: "Get-ChildItem shows it, and HasPrivateKey True",
      unverified: [
        "whether the key has to be marked as exportable, so that replication can bring it to the other servers",
      ],
    });
  }

  private assign(): IConstruct {
    const { thumbprint, lastDay } = this.certificate;
    return new DesiredState(this, "assigned", {
      kind: CS_CERTIFICATE_OAUTH,
      identity: OAUTH_TOKEN_ISSUER,
      properties: { Thumbprint: thumbprint },
      phase: Phase.INTEGRATE,
      title: `All servers sign their tokens with the certificate ${thumbprint}, which ends on ${lastDay}.`,
      verification: `Get-CsCertificate -Type ${OAUTH_TOKEN_ISSUER} shows the thumbprint, on every Front End Server`,
      waits:
        "replication, and the task by which each Front End Server takes the certificate over; Microsoft gives no figure",
      unverified: [
        "how soon Get-CsCertificate shows an assignment for all servers on this host",
        "what Get-CsCertificate returns where the use was assigned to this host alone before",
      ],
    });
  }
}

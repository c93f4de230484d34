import { Shell } from "../shell";
import { Bag, Kind, kind } from "./kind";

/** A partner that issues its own tokens, such as Exchange on-premises. */
export type MetadataPartnerApplication = {
  readonly ApplicationTrustLevel: string;
  readonly Enabled: boolean;
  readonly MetadataUrl: string;
};

/** A partner whose tokens come from the token server, such as Exchange Online. */
export type TokenServerPartnerApplication = {
  readonly ApplicationIdentifier: string;
  readonly ApplicationTrustLevel: string;
  readonly Enabled: boolean;
};

const TRUST = { ApplicationTrustLevel: { compare: "ignore-case" }, Enabled: { compare: "exact" } } as const;

/** One noun with a parameter set for each way in which the partner's key is found. */
function partnerApplication<P extends Bag>(
  way: Pick<Kind<P>, "key" | "properties" | "requiredAtCreation"> & Partial<Pick<Kind<P>, "fixedSwitches">>,
): Kind<P> {
  return kind<P>({
    ...way,
    shape: "entity",
    noun: "CsPartnerApplication",
    shell: Shell.LYNC,
    carried: [
      "AcceptSecurityIdentifierInformation",
      "ApplicationIdentifier",
      "ApplicationTrustLevel",
      "CertificateFileData",
      "CertificateRawData",
      "Enabled",
      "MetadataUrl",
      "Realm",
      "Tenant",
      "UseOAuthServer",
    ],
    waitSeconds: 60,
    role: "CsAdministrator or RTCUniversalServerAdmins",
    risk: { level: "high", reason: "a partner of full trust may act as any user of the servers" },
    undo: {
      possible: "yes",
      how: "the partner is removed if this runbook created it, otherwise its captured values are set again",
    },
    sources: [
      "PS:New-CsPartnerApplication",
      "PS:Set-CsPartnerApplication",
      "PS:Get-CsPartnerApplication",
      "Configure an on-premises partner application",
    ],
  });
}

export const CS_PARTNER_APPLICATION_METADATA = partnerApplication<MetadataPartnerApplication>({
  key: "CsPartnerApplication-metadata",
  properties: {
    ...TRUST,
    // No document says that Get- returns it, so an address that is there is never overwritten: a person compares it.
    MetadataUrl: { compare: "write-only", createOnly: true, recreatedByHand: true },
  },
  requiredAtCreation: ["ApplicationTrustLevel", "MetadataUrl"],
});

export const CS_PARTNER_APPLICATION_TOKEN_SERVER = partnerApplication<TokenServerPartnerApplication>({
  key: "CsPartnerApplication-token-server",
  fixedSwitches: ["UseOAuthServer"],
  properties: { ...TRUST, ApplicationIdentifier: { compare: "ignore-case", createOnly: true } },
  requiredAtCreation: ["ApplicationIdentifier", "ApplicationTrustLevel"],
});

import { Construct } from "constructs";
import { SP_APP_PERMISSION, SP_TOKEN_SERVICE, SP_TRUSTED_SECURITY_TOKEN_ISSUER } from "../onprem/catalog/sharepoint";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { DiscoveryNames } from "./discovery-steps";

const UNVERIFIED = [
  "that an issuer is removed by Remove-SPTrustedSecurityTokenIssuer without a trace: the document of the setup has no way back",
  "that every version answers as SharePoint Server 2013 does",
];

/** SharePoint believes the tokens of Exchange, over https only, and lets it act on its sites: in this order. */
export function trustInExchange(scope: Construct, names: DiscoveryNames, unnamed: readonly string[]): Construct[] {
  const unverified = [...UNVERIFIED, ...unnamed];
  return [
    issuer(scope, names, unverified),
    tokenService(scope, names, unverified),
    permission(scope, names, unverified),
  ];
}

function issuer(
  scope: Construct,
  { issuer: name, autodiscover, sharePointHost }: DiscoveryNames,
  unverified: string[],
): Construct {
  return new DesiredState(scope, "trust-exchange-in-sharepoint", {
    kind: SP_TRUSTED_SECURITY_TOKEN_ISSUER,
    identity: name,
    subject: sharePointHost,
    properties: { MetadataEndPoint: `https://${autodiscover}/autodiscover/metadata/json/1` },
    phase: Phase.INTEGRATE,
    host: sharePointHost,
    title: "SharePoint trusts the tokens of Exchange.",
    verification: `Get-SPTrustedSecurityTokenIssuer '${name}' shows the issuer`,
    unverified,
  });
}

function tokenService(
  scope: Construct,
  { sharePoint, sharePointHost }: DiscoveryNames,
  unverified: string[],
): Construct {
  return new DesiredState(scope, "token-service", {
    kind: SP_TOKEN_SERVICE,
    identity: sharePoint,
    subject: sharePointHost,
    properties: { AllowMetadataOverHttp: false, AllowOAuthOverHttp: false, HybridStsSelectionEnabled: true },
    phase: Phase.INTEGRATE,
    host: sharePointHost,
    title: "The security token service of SharePoint takes tokens over https only, and selects the issuer itself.",
    verification: "Get-SPSecurityTokenServiceConfig shows the three values",
    unverified,
  });
}

function permission(
  scope: Construct,
  { issuer: name, sharePoint, sharePointHost }: DiscoveryNames,
  unverified: string[],
): Construct {
  return new DesiredState(scope, "permit-exchange-in-sharepoint", {
    kind: SP_APP_PERMISSION,
    identity: `${name}/${sharePoint}`,
    subject: sharePointHost,
    properties: { AppOnly: true, Right: "FullControl" },
    phase: Phase.INTEGRATE,
    host: sharePointHost,
    title: `Exchange may act on the site ${sharePoint}.`,
    verification: "the run reads the permission by the object model of SharePoint; no cmdlet shows it",
    unverified: [
      ...unverified,
      "that Set-SPAppPrincipalPermission lowers a right that was higher, which undo would ask of it",
    ],
  });
}

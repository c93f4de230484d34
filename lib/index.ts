/** The front door: what `import ... from "cdktf-lync-hybrid"` finds. */
export { HybridDeployment, type HybridDeploymentProps } from "./deployment/hybrid-deployment";
export { HybridError } from "./errors";
export { ArchivedContent } from "./exchange/archived-content";
export { ArchivingForests, ExchangeArchivingPolicy } from "./exchange/archiving-forests";
export { ExchangeArchiving, type ExchangeArchivingProps } from "./exchange/exchange-archiving";
export { ExchangeCloudTrust, type ExchangeCloudTrustProps } from "./exchange/exchange-cloud-trust";
export {
  ExchangeConnection,
  type ExchangeConnectionByHandProps,
  type ExchangeConnectionOnPremisesProps,
} from "./exchange/exchange-connection";
export { ExchangeHybridApplication, type ExchangeHybridApplicationProps } from "./exchange/exchange-hybrid-application";
export { ExchangeOnPremises, type ExchangeOnPremisesProps } from "./exchange/exchange-on-premises";
export { ExchangeUnifiedMessaging, type ExchangeUnifiedMessagingProps } from "./exchange/exchange-unified-messaging";
export { ExchangeVersion } from "./exchange/exchange-version";
export { HighResolutionPhotos, type HighResolutionPhotosProps } from "./exchange/high-resolution-photos";
export { OutlookWebMessaging, type OutlookWebMessagingProps } from "./exchange/outlook-web-messaging";
export { type OutlookWebPoolProps, OutlookWebTrust } from "./exchange/outlook-web-trust";
export { UmDialPlan, type UmDialPlanProps, VoIPSecurity } from "./exchange/um-dial-plan";
export { UnifiedContactStore, type UnifiedContactStoreProps } from "./exchange/unified-contact-store";
export { BlockedDomain } from "./federation/blocked-domain";
export { DirectPartner } from "./federation/direct-partner";
export { ExchangeOnline, type ExchangeOnlineProps } from "./exchange/exchange-online";
export { HostedVoicemail, type HostedVoicemailProps } from "./exchange/hosted-voicemail";
export {
  HostedVoicemailPolicy,
  type PersonalVoicemailPolicyProps,
  type SiteVoicemailPolicyProps,
} from "./exchange/hosted-voicemail-policy";
export { type VoicemailPolicyProps } from "./exchange/voicemail-policy";
export { EdgeFederation, type EdgeFederationProps } from "./federation/edge-federation";
export {
  type ClosedFederationProps,
  FederationPolicy,
  type NoFederationProps,
  type OpenFederationProps,
} from "./federation/federation-policy";
export { ExternalAccessPolicy, type ExternalAccessPolicyProps } from "./federation/external-access-policy";
export { Partner, type PartnerOptions, PartnerVerification } from "./federation/partner";
export { OfficeWebAppsFarm, type OfficeWebAppsFarmProps } from "./meetings/office-web-apps-farm";
export {
  HybridModernAuthentication,
  type HybridModernAuthenticationProps,
  type PoolWebServices,
  type SwitchedExchange,
} from "./modern-authentication/hybrid-modern-authentication";
export { ModernAuthenticationStage } from "./modern-authentication/modern-authentication-stage";
export { ModernAuthenticationSwitch } from "./modern-authentication/modern-authentication-switch";
export { ListMirror, Undeclared } from "./onprem/list-options";
export { type AcknowledgementProps } from "./rules/acknowledgement";
export { HostingProvider, type HostingProviderProps } from "./shared-space/hosting-provider";
export { SharedAddressSpace, type SharedAddressSpaceProps } from "./shared-space/shared-address-space";
export { SharePointDiscovery, type SharePointDiscoveryProps } from "./sharepoint/sharepoint-discovery";
export { SharePointOnline, type SharePointOnlineProps } from "./sharepoint/sharepoint-online";
export { SharePointServer, type SharePointServerProps } from "./sharepoint/sharepoint-server";
export { SharePointVersion } from "./sharepoint/sharepoint-version";
export { SkillSearch, type SkillSearchProps } from "./sharepoint/skill-search";
export { SipDomain, type SipDomainProps } from "./sip/sip-domain";
export { Cloud, type CloudEndpointsProps } from "./tenant/cloud";
export { CoexistenceMode, TenantCoexistence, type TenantCoexistenceProps } from "./tenant/coexistence-mode";
export {
  type DisabledOnlineSipDomainProps,
  type EnabledOnlineSipDomainProps,
  OnlineSipDomain,
} from "./tenant/online-sip-domain";
export {
  OnlineExternalAccessPolicy,
  type OnlineExternalAccessPolicyProps,
} from "./tenant/online-external-access-policy";
export { OnlineTenant, type OnlineTenantProps } from "./tenant/online-tenant";
export { TenantAdministration, type TenantAdministrationProps } from "./tenant/tenant-administration";
export { RunbookParameter } from "./entra/runbook-parameter";
export {
  SignIn,
  type CertificateSignInProps,
  type CloudShell,
  type InteractiveSignInProps,
  type SigningApplication,
  type SignIns,
} from "./onprem/sign-in";
export { type ParameterReference } from "./values/parameter-reference";
export { TenantFederation, type TenantFederationProps } from "./tenant/tenant-federation";
export { AccessEdge } from "./topology/access-edge";
export { Director, type DirectorProps } from "./topology/director";
export { EdgePool, type EdgePoolProps } from "./topology/edge-pool";
export { FrontEndPool, type FrontEndPoolProps } from "./topology/front-end-pool";
export { NextHop } from "./topology/next-hop";
export { ReverseProxy, type ReverseProxyProps } from "./topology/reverse-proxy";
export { ServerVersion } from "./topology/server-version";
export { Site, type SiteProps } from "./topology/site";
export { CloudTrust, type CloudTrustProps } from "./trust/cloud-trust";
export { type ExchangeServers, ExchangeTrust, type ExchangeTrustProps } from "./trust/exchange-trust";
export { OAuthCertificate, type OAuthCertificateProps } from "./trust/oauth-certificate";
export { SharedPrincipal } from "./trust/shared-principal";
export { LicenceGroup, type LicenceGroupProps } from "./users/licence-group";
export { People } from "./values/people";

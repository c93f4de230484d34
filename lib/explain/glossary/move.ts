import { GlossaryEntry } from "../glossary-entry";

/** What Move-CsUser says between the two halves, and what an Edge does that does not start. */
export const MOVE: readonly GlossaryEntry[] = [
  {
    code: "HostedMigration fault 506",
    names: ["506", "Error=(506)", "there appears to be a problem with this user account"],
    title: "The person cannot be moved because of the attributes of the account",
    meaning:
      "The cloud believes that the person is its own: the attributes of the account on-premises did not reach it. Seen when " +
      "people are moved from the cloud to the servers.",
    causes: [
      "Directory synchronization was set up before the schema of the servers, so it does not take the msRTCSIP attributes.",
      "The person was created in the cloud and enabled on-premises later.",
    ],
    next: [
      "Get-CsOnlineUser <person> | fl HostingProvider: SRV says that the attributes did not arrive",
      "Run the wizard of the synchronization again, then a synchronization",
    ],
    sources: ['"HostedMigration fault: Error =(506)"'],
    unconfirmed: [],
  },
  {
    code: "HostedMigration fault 507",
    names: ["507", "Error=(507)", "User must has an assigned license"],
    title: "The person has no licence for Skype for Business Online",
    meaning: "The cloud takes nobody without a licence.",
    causes: [
      "The licence is not assigned.",
      "It was assigned a short while ago: provisioning can take 30 minutes, and the error stands until then.",
    ],
    next: [
      "The licences of the person in the admin center: Teams and Skype for Business Online (Plan 2)",
      "Wait, then move again",
    ],
    sources: ['"Move-CsUser: HostedMigration fault: Error=(507)"', '"Move users between on-premises and cloud"'],
    unconfirmed: [],
  },
  {
    code: "HostedMigration fault 510",
    names: ["510", "Error=(510)", "tenant is not enabled for shared sip address space"],
    title: "The tenant is not enabled for a shared SIP address space",
    meaning: "The switch of the tenant is off, so it does not take people who are homed on-premises.",
    causes: [
      "The step CsTenantFederationConfiguration/Global/shared-sip-address-space was not run.",
      "Somebody switched it off again.",
    ],
    next: [
      "(Get-CsTenantFederationConfiguration).SharedSipAddressSpace",
      "lync-hybrid runbook status",
      "lync-hybrid explain HYB-SSA-030",
    ],
    sources: ['"Configure federation for hybrid"', '"Move-CsUser : HostedMigration fault"'],
    unconfirmed: [],
  },
  {
    code: "Multiple federated Edge pools",
    names: ["multiple federated edge pools", "federated edge pools"],
    title: "More than one Edge pool has SIP federation",
    meaning: "Move-CsUser stops because SIP federation can be enabled for a single Edge pool.",
    causes: ["Federation was enabled for a second Edge pool in Topology Builder."],
    next: ["Get-CsSite | fl Identity,FederationRoute", "lync-hybrid explain HYB-TOP-009"],
    sources: ["Move-CsUser", '"Configure federation routes and media traffic"'],
    unconfirmed: [],
  },
  {
    code: "Access Edge does not start",
    names: ["access edge", "30006", "32136", "Failed to update the list of domains in this forest to synchronize"],
    title: "The Access Edge service of Lync Server 2013 does not start, or hangs",
    meaning:
      "The Edge tries to replicate people from Active Directory, which it cannot reach (events 30006 and 32136).",
    causes: ["EnableUserReplicator is on in the configuration of the Access Edge. The default is off."],
    next: [
      "Get-CsAccessEdgeConfiguration: EnableUserReplicator",
      "Set-CsAccessEdgeConfiguration -EnableUserReplicator $false, replicate, then restart the Edge",
      "Get-CsManagementStoreReplicationStatus",
    ],
    sources: ['"Lync Server 2013 Access Edge service fails to start or stops responding after it starts"'],
    unconfirmed: [],
  },
];

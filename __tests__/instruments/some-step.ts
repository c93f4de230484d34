import { Phase } from "../../lib/onprem/phase";
import { Shell } from "../../lib/onprem/shell";
import { Step } from "../../lib/onprem/step";

/** A whole step, for tests that look at a part of it. */
export function someStep(part: Partial<Step> = {}): Step {
  return {
    id: "CsHostingProvider/Office365",
    kind: "CsHostingProvider",
    shape: "entity",
    title: "Microsoft 365 is the hosting provider that shares the SIP address space.",
    source: "contoso/hybrid/shared-space/hosting-provider",
    phase: Phase.SHARE,
    shell: Shell.LYNC,
    host: "lync01.contoso.local",
    module: "Lync",
    role: "CsAdministrator",
    retire: false,
    identity: "Office365",
    objects: [{ noun: "CsHostingProvider", identity: "Office365", properties: { Enabled: true } }],
    removals: [],
    undeclared: "Block",
    mirror: "entries",
    words: [],
    after: [],
    risk: { level: "medium", reason: "it routes people" },
    undo: { possible: "yes", how: "it is removed" },
    users: { total: 60, byHome: { "on-premises": 60 }, byPool: { "lync01.contoso.local": 60 }, voice: undefined },
    needs: { modules: [{ name: "Lync", minimum: undefined }], roles: ["CsAdministrator"] },
    outage: "",
    waits: "",
    approval: "",
    verification: "Get-CsHostingProvider shows it",
    unverified: [],
    ...part,
  };
}

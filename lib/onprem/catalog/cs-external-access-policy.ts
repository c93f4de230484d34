import { Shell } from "../shell";
import { kind } from "./kind";

/** Whether people may use what the Edge, or the tenant, lets in. Only the policy for everybody is written. */
export type CsExternalAccessPolicy = {
  readonly EnableFederationAccess: boolean;
  readonly EnableOutsideAccess: boolean;
};

const COMMON = {
  shape: "singleton",
  noun: "CsExternalAccessPolicy",
  properties: { EnableFederationAccess: { compare: "exact" }, EnableOutsideAccess: { compare: "exact" } },
  carried: ["EnableFederationAccess", "EnableOutsideAccess"],
  undo: { possible: "yes", how: "the captured values are set again" },
  sources: ["PS:Set-CsExternalAccessPolicy"],
} as const;

/** Both products have cmdlets of this name: the kind says which shell. */
export const CS_EXTERNAL_ACCESS_POLICY_LYNC = kind<CsExternalAccessPolicy>({
  ...COMMON,
  key: "CsExternalAccessPolicy-lync",
  shell: Shell.LYNC,
  waitSeconds: 60,
  role: "CsAdministrator or RTCUniversalServerAdmins",
  risk: { level: "medium", reason: "decides for everybody on-premises without a policy of their own" },
});

export const CS_EXTERNAL_ACCESS_POLICY_TEAMS = kind<CsExternalAccessPolicy>({
  ...COMMON,
  key: "CsExternalAccessPolicy-teams",
  shell: Shell.TEAMS,
  waitSeconds: 120,
  role: "Teams Administrator",
  risk: { level: "medium", reason: "decides for everybody in the cloud without a policy of their own" },
});

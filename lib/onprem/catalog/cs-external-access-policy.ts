import { Shell } from "../shell";
import { Kind, kind } from "./kind";

/** What people may do who have no external access policy of their own. */
export type CsExternalAccessPolicy = {
  readonly EnableFederationAccess: boolean;
  readonly EnableOutsideAccess: boolean;
};

/** One noun in two products: each side has its own policies, and a session that has both modules must not mix them up. */
function externalAccessPolicy(
  side: Pick<Kind<CsExternalAccessPolicy>, "key" | "shell" | "role" | "waitSeconds">,
): Kind<CsExternalAccessPolicy> {
  return kind<CsExternalAccessPolicy>({
    ...side,
    shape: "singleton",
    noun: "CsExternalAccessPolicy",
    properties: { EnableFederationAccess: { compare: "exact" }, EnableOutsideAccess: { compare: "exact" } },
    carried: ["EnableFederationAccess", "EnableOutsideAccess"],
    risk: { level: "medium", reason: "counts for everybody who has no external access policy of their own" },
    undo: { possible: "yes", how: "the captured values are set again" },
    sources: ["PS:Set-CsExternalAccessPolicy", "PS:Get-CsExternalAccessPolicy"],
  });
}

export const CS_EXTERNAL_ACCESS_POLICY_LYNC = externalAccessPolicy({
  key: "CsExternalAccessPolicy-lync",
  shell: Shell.LYNC,
  waitSeconds: 60,
  role: "CsAdministrator or RTCUniversalServerAdmins",
});

export const CS_EXTERNAL_ACCESS_POLICY_TEAMS = externalAccessPolicy({
  key: "CsExternalAccessPolicy-teams",
  shell: Shell.TEAMS,
  waitSeconds: 120,
  role: "Teams Administrator",
});

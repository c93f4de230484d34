import { Shell } from "../shell";
import { Bag, Kind, kind } from "./kind";

/** Whether Outlook Web App shows messaging, and of which product. */
export type OutlookWebInstantMessaging = {
  readonly InstantMessagingEnabled: boolean;
  /** None or Ocs. */
  readonly InstantMessagingType: string;
};

function messaging<P extends Bag>(
  row: Pick<Kind<P>, "key" | "noun" | "notCreated" | "risk" | "sources" | "properties">,
): Kind<P> {
  return kind<P>({
    ...row,
    shape: "entity",
    shell: Shell.EXCHANGE,
    identity: "ignore-case",
    createdByHand: true,
    carried: ["InstantMessagingEnabled", "InstantMessagingType"],
    waitSeconds: 60,
    role: "Organization Management",
    undo: { possible: "yes", how: "both values that were there are set again" },
  });
}

const PROPERTIES = {
  InstantMessagingEnabled: { compare: "exact" },
  InstantMessagingType: { compare: "ignore-case" },
} as const;

export const OWA_VIRTUAL_DIRECTORY = messaging<OutlookWebInstantMessaging>({
  key: "OwaVirtualDirectory",
  noun: "OwaVirtualDirectory",
  notCreated: "setup makes the directory of each server, and a second one has no place in IIS",
  properties: PROPERTIES,
  risk: { level: "medium", reason: "decides whether people see messaging in Outlook Web App on that server" },
  sources: [
    "PS:Set-OwaVirtualDirectory",
    "PS:Get-OwaVirtualDirectory",
    "Integrating Microsoft Lync Server 2013 and Microsoft Outlook Web App 2013",
  ],
});

export const OWA_MAILBOX_POLICY = messaging<OutlookWebInstantMessaging>({
  key: "OwaMailboxPolicy",
  noun: "OwaMailboxPolicy",
  notCreated: "setup makes the policy Default, and a policy of one's own counts for nobody until people get it",
  properties: PROPERTIES,
  risk: { level: "medium", reason: "decides whether everybody of that policy sees messaging in Outlook Web App" },
  sources: [
    "PS:Set-OwaMailboxPolicy",
    "PS:Get-OwaMailboxPolicy",
    "Integrating Microsoft Lync Server 2013 and Microsoft Outlook Web App 2013",
  ],
});

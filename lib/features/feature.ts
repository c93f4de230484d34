/** What people notice of a mailbox, of a SharePoint, or of a farm behind their servers. */
export type FeatureArea = "mailbox" | "SharePoint" | "meetings";

interface FeatureRow {
  readonly id: string;
  /** As the report shows it. */
  readonly title: string;
  readonly area: FeatureArea;
}

const ROWS = [
  { id: "outlook-presence", title: "Presence in Outlook", area: "mailbox" },
  { id: "outlook-reply", title: "Reply from an Outlook mail by message or call", area: "mailbox" },
  { id: "outlook-meetings", title: "Schedule and join meetings in Outlook", area: "mailbox" },
  { id: "web-presence", title: "Presence and messages in Outlook on the web", area: "mailbox" },
  { id: "web-reply", title: "Reply from a mail in Outlook on the web by message or call", area: "mailbox" },
  { id: "web-meetings", title: "Schedule and join meetings in Outlook on the web", area: "mailbox" },
  { id: "mobile", title: "Messages, presence and meetings on the phone", area: "mailbox" },
  { id: "calendar-presence", title: "Presence that follows the calendar", area: "mailbox" },
  { id: "contact-store", title: "Contact list kept by Exchange (unified contact store)", area: "mailbox" },
  { id: "photo", title: "High-resolution photo", area: "mailbox" },
  { id: "delegation", title: "Meetings scheduled by a delegate", area: "mailbox" },
  { id: "missed-conversations", title: "Missed conversations and call log in the mailbox", area: "mailbox" },
  { id: "server-history", title: "Conversation history written by the server", area: "mailbox" },
  { id: "archive", title: "Conversations archived in Exchange", area: "mailbox" },
  { id: "archive-search", title: "Search in archived conversations", area: "mailbox" },
  { id: "voicemail", title: "Voicemail", area: "mailbox" },
  { id: "message-waiting", title: "Lamp for a waiting message on the phone", area: "mailbox" },
  { id: "skill-search", title: "Search for people by skill", area: "SharePoint" },
  { id: "page-presence", title: "Presence in SharePoint pages", area: "SharePoint" },
  { id: "discovery", title: "Archived conversations in the eDiscovery Center", area: "SharePoint" },
  { id: "powerpoint", title: "PowerPoint in meetings on the servers", area: "meetings" },
] as const satisfies readonly FeatureRow[];

export type FeatureId = (typeof ROWS)[number]["id"];

export interface Feature extends FeatureRow {
  readonly id: FeatureId;
}

/** All of them, in the order of the report. */
export const FEATURES: readonly Feature[] = ROWS;

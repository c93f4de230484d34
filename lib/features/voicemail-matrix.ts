/** What takes the voicemail of people homed on these servers with a mailbox there. */
export type VoicemailSupport = "Cloud Voicemail" | "Exchange Unified Messaging" | "not supported";

type Row = readonly (readonly [mailbox: string, support: VoicemailSupport])[];

const BEFORE_2019: Row = [
  ["Exchange Online", "Cloud Voicemail"],
  ["Exchange Server 2013", "Exchange Unified Messaging"],
  ["Exchange Server 2016", "Exchange Unified Messaging"],
  ["Exchange Server 2019", "not supported"],
];

/** Where the table stands, with the day on which it was read. */
export const VOICEMAIL_SOURCE = '"Plan Cloud Voicemail service for on-premises users" (read in November 2026)';

/** The table of that document: version of the servers, then product of the mailbox. What it leaves out is left out. */
const VOICEMAIL_MATRIX: ReadonlyMap<string, ReadonlyMap<string, VoicemailSupport>> = new Map([
  ["Lync Server 2013", new Map(BEFORE_2019)],
  ["Skype for Business Server 2015", new Map(BEFORE_2019)],
  ["Skype for Business Server 2019", new Map([...BEFORE_2019, ["Exchange Server 2019", "Cloud Voicemail"]])],
]);

/** Undefined where the document does not say. */
export function voicemailSupport(version: string, mailbox: string): VoicemailSupport | undefined {
  return VOICEMAIL_MATRIX.get(version)?.get(mailbox);
}

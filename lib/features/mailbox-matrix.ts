import { DOCUMENTS } from "./documents";
import { FeatureId } from "./feature";
import * as product from "./products";
import { notDocumented, notSupported, supported, Support, unconfirmed } from "./support";
import { voicemailSupport } from "./voicemail-matrix";

/** One line of the documented tables. */
interface MailboxRow {
  /** Whether Exchange Server 2010 has it. */
  readonly in2010: boolean;
  /** Homed online, with the mailbox on 2010, on 2013 or 2016, online. */
  readonly online: readonly [in2010: boolean, later: boolean, online: boolean];
  /** Whether the tables of Lync Server 2013 name it. */
  readonly lync: boolean;
  /** Whether the guide of the feature names Exchange Server 2013 and 2016 only. */
  readonly guideStopsAt2016: boolean;
}

const Y = true;
const N = false;

function line(in2010: boolean, online: MailboxRow["online"], lync = Y, guideStopsAt2016 = N): MailboxRow {
  return { in2010, online, lync, guideStopsAt2016 };
}

/** The tables, as they are printed. */
const TABLE: Partial<Record<FeatureId, MailboxRow>> = {
  "outlook-presence": line(Y, [Y, Y, Y]),
  "outlook-reply": line(Y, [Y, Y, Y]),
  "outlook-meetings": line(Y, [Y, Y, Y]),
  "web-presence": line(Y, [N, N, Y]),
  "web-reply": line(Y, [N, N, Y], N),
  "web-meetings": line(Y, [N, N, Y]),
  mobile: line(Y, [Y, Y, Y]),
  "calendar-presence": line(Y, [Y, Y, Y]),
  "contact-store": line(N, [N, N, Y], Y, Y),
  photo: line(N, [N, Y, Y]),
  delegation: line(Y, [Y, Y, Y]),
  "missed-conversations": line(Y, [Y, Y, Y]),
  "server-history": line(Y, [N, Y, Y], N),
  archive: line(N, [N, N, Y], Y, Y),
  "archive-search": line(N, [N, N, Y], Y, Y),
};

const NEEDS_2013 = "needs Exchange Server 2013 or later";
const RETIRED = "written for Skype for Business Online, which was retired in 2021; no document says it of Teams";
const LYNC_WEB = "between Lync Server 2013 and Exchange Server 2016 or later it is not supported";
const GUIDE_OLD = "the guide of this feature names Exchange Server 2013 and 2016 only";
const BOTH_ENDS = "only while both people are homed on the same side";
const LATER_WEB: readonly string[] = [product.EXCHANGE_2016, product.EXCHANGE_2019, product.EXCHANGE_SE];
const LYNC_MAILBOXES: readonly string[] = [
  product.EXCHANGE_2010,
  product.EXCHANGE_2013,
  product.EXCHANGE_2016,
  product.EXCHANGE_ONLINE,
];

/** What the documents say of one thing that a mailbox brings, for people homed there. */
export function mailboxSupport(feature: FeatureId, home: string, mailbox: string): Support {
  if (feature === "voicemail") return voicemail(home, mailbox);
  const row = TABLE[feature];
  if (row === undefined || !product.MAILBOX_PRODUCTS.includes(mailbox)) return notDocumented(DOCUMENTS.none);
  if (home === product.MICROSOFT_365) return online(row, mailbox);
  if (home === product.LYNC_2013) return lync(feature, row, mailbox);
  return product.SERVER_PRODUCTS.includes(home) ? skype(row, home, mailbox) : notDocumented(DOCUMENTS.none);
}

function skype(row: MailboxRow, home: string, mailbox: string): Support {
  if (mailbox === product.EXCHANGE_2010) {
    if (home !== product.SKYPE_2015) return notDocumented(DOCUMENTS.none);
    return row.in2010 ? supported(DOCUMENTS.exchangeBefore) : notSupported(DOCUMENTS.exchangeBefore, NEEDS_2013);
  }
  const late = mailbox === product.EXCHANGE_2019 || mailbox === product.EXCHANGE_SE;
  return supported(DOCUMENTS.exchange, late && row.guideStopsAt2016 ? GUIDE_OLD : "");
}

function lync(feature: FeatureId, row: MailboxRow, mailbox: string): Support {
  if (feature.startsWith("web-") && LATER_WEB.includes(mailbox)) return notSupported(DOCUMENTS.outlookWeb, LYNC_WEB);
  if (!row.lync || !LYNC_MAILBOXES.includes(mailbox)) return notDocumented(DOCUMENTS.none);
  if (mailbox === product.EXCHANGE_2010 && !row.in2010) return notSupported(DOCUMENTS.lync, NEEDS_2013);
  const source = mailbox === product.EXCHANGE_2016 ? DOCUMENTS.lyncExchange : DOCUMENTS.lync;
  return supported(source, feature === "delegation" ? BOTH_ENDS : "");
}

function online(row: MailboxRow, mailbox: string): Support {
  const [in2010, later, inCloud] = row.online;
  // The tables stop at Exchange Server 2016.
  if (mailbox === product.EXCHANGE_2019 || mailbox === product.EXCHANGE_SE) return notDocumented(DOCUMENTS.none);
  const has = mailbox === product.EXCHANGE_ONLINE ? inCloud : mailbox === product.EXCHANGE_2010 ? in2010 : later;
  return has ? unconfirmed(DOCUMENTS.exchangeBefore, RETIRED) : notSupported(DOCUMENTS.exchangeBefore);
}

function voicemail(home: string, mailbox: string): Support {
  if (home === product.MICROSOFT_365) {
    return mailbox === product.EXCHANGE_ONLINE
      ? supported(DOCUMENTS.teamsVoicemail, "Cloud Voicemail")
      : supported(DOCUMENTS.teamsVoicemail, "Cloud Voicemail, with connectors between Exchange and the cloud");
  }
  const support = voicemailSupport(home, mailbox);
  if (support === undefined) return notDocumented(DOCUMENTS.none);
  if (support === "not supported") {
    return notSupported(DOCUMENTS.voicemail, `no voicemail is supported for ${home} with ${mailbox}`);
  }
  return supported(DOCUMENTS.voicemail, support);
}

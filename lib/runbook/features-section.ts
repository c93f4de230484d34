import { FeatureEntry, FeatureReport, FeatureState, GroupEntry } from "../features/feature-report";
import { plain, table } from "./markdown";

/** More columns than these are one table a home: a page is only so wide. */
const WIDEST = 6;

const CELLS: Readonly<Record<FeatureState, string>> = {
  works: "y",
  "supported, not declared here": "not declared",
  "not supported": "n",
  "not documented": "?",
};

const LEGEND =
  "y: works with what is declared. not declared: supported, and nothing here sets it up. n: not supported. ?: no document that " +
  "was read says. UNVERIFIED: no document confirms it. Numbers: the notes below. The documents stand in features.json.";

/** The section that answers, in two minutes, what works for whom. */
export function featuresSection({ groups }: FeatureReport): string[] {
  const title = ["## What works for whom", ""];
  if (groups.length === 0) {
    return [
      ...title,
      "No Exchange, SharePoint or Office Web Apps farm is declared, so nothing is said here of what works with them.",
      "",
    ];
  }
  const notes = new Notes();
  const tables = tablesOf(groups).flatMap((some) => [...groupTable(some, notes), ""]);
  return [...title, ...tables, plain(LEGEND), "", ...notes.lines()];
}

/** All beside each other, or home by home. */
function tablesOf(groups: readonly GroupEntry[]): GroupEntry[][] {
  if (groups.length <= WIDEST) return [[...groups]];
  const homes = [...new Set(groups.map(({ home }) => home))];
  return homes.map((home) => groups.filter((group) => group.home === home));
}

function groupTable(groups: readonly GroupEntry[], notes: Notes): string[] {
  const titles = groups[0]?.features.map(({ id, title }) => ({ id, title })) ?? [];
  const rows = titles.map(({ id, title }) => [
    plain(title),
    ...groups.map(({ features }) => cell(features.find((feature) => feature.id === id), notes)),
  ]);
  return table(["", ...groups.map(heading)], rows);
}

function heading({ home, mailbox, sharePoint }: GroupEntry): string {
  return plain([home, mailbox, sharePoint].filter((name) => name !== null).join(", "));
}

function cell(feature: FeatureEntry | undefined, notes: Notes): string {
  if (feature === undefined) return "";
  const numbers = feature.notes.map((note) => `(${notes.numberOf(note)})`);
  // A question mark says it already.
  const unverified = feature.unverified && feature.state !== "not documented" ? ["UNVERIFIED"] : [];
  return plain([CELLS[feature.state], ...unverified, ...numbers].join(" "));
}

/** Each note once, in the order in which a reader meets it. */
class Notes {
  private readonly known: string[] = [];

  public numberOf(note: string): number {
    if (!this.known.includes(note)) this.known.push(note);
    return this.known.indexOf(note) + 1;
  }

  public lines(): string[] {
    const all = this.known.map((note, index) => `${index + 1}. ${plain(`${note}.`)}`);
    return all.length === 0 ? [] : [...all, ""];
  }
}

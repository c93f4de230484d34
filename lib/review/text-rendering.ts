import { createColors } from "picocolors";
import { RiskLevel } from "../onprem/step";
import { NARROWEST, WIDTH, wrapped } from "../runbook/terminal-text";
import { Review } from "./diff";
import { ReviewItem } from "./review-item";
import {
  actorsOf,
  digestText,
  factsOf,
  graveReason,
  levelText,
  noChanges,
  scriptsText,
  sessionsText,
  shownDetails,
  verdictParts,
} from "./verdict";

/** How a terminal shows it. */
export interface TextLook {
  /** Columns; fewer than 60 count as 60. */
  readonly width: number;
  /** Whether risks are coloured too; they are words in any case. */
  readonly colour: boolean;
}

const PLAIN: TextLook = { width: WIDTH, colour: false };
const MARGIN = 9;

/** A review for a terminal: the verdict in the first line, then every change in short, then each in full. */
export function renderText(review: Review, look: TextLook = PLAIN): string {
  if (review.items.length === 0) return `${noChanges(review)}\n`;
  const page = new TextPage({ ...look, width: Math.max(NARROWEST, look.width) });
  return `${page.lines(review).join("\n").trimEnd()}\n`;
}

class TextPage {
  private readonly paint: Readonly<Record<RiskLevel, (text: string) => string>>;

  public constructor(private readonly look: TextLook) {
    const colours = createColors(look.colour);
    const strong = (paint: (text: string) => string) => (text: string) => colours.bold(paint(text));
    this.paint = {
      critical: strong(colours.red),
      high: colours.red,
      medium: colours.yellow,
      low: colours.cyan,
      info: colours.dim,
    };
  }

  public lines(review: Review): string[] {
    const { actors, digest, items } = review;
    const [verdict, ...rest] = this.wrap(`${review.stack}: ${verdictParts(review).join("; ")}.`, "", "");
    return [
      this.paint[review.risk](verdict ?? ""),
      ...rest,
      ...(actors.length === 0 ? [] : this.wrap(`Who: ${actors.join(", ")}.`, "", "     ")),
      ...this.wrap(sessionsText(review), "", "     "),
      `Digest to approve: ${digestText(digest.before)} -> ${digestText(digest.after)}`,
      "",
      ...items.flatMap((item) => this.inShort(item)),
      "",
      ...items.flatMap((item, index) => this.inFull(item, index)),
      ...this.footer(review),
    ];
  }

  private inShort(item: ReviewItem): string[] {
    const short = `${actorsOf(item)}; people: ${item.people}; undo: ${item.undo.possible}; ${item.window}`;
    const margin = " ".repeat(MARGIN);
    const level = item.risk.level.toUpperCase().padEnd(MARGIN);
    const [first, ...rest] = this.wrap(`${item.sign} ${item.what}`, level, `${margin}  `);
    const shown = (first ?? "").replace(level, this.paint[item.risk.level](level));
    const reason = graveReason(item);
    const why = reason === undefined ? [] : this.wrap(reason, `${margin}  `, `${margin}  `);
    return [shown, ...rest, ...why, ...this.wrap(short, `${margin}  `, `${margin}  `)];
  }

  private inFull(item: ReviewItem, index: number): string[] {
    return [
      ...this.wrap(`${index + 1}. ${levelText(item)}: ${item.what}`, "", "   "),
      ...factsOf(item).flatMap(([name, text]) => this.wrap(`${name}: ${text}`, "   ", "     ")),
      ...shownDetails(item).flatMap((line) => this.wrap(line, "   | ", "   |   ")),
      "",
    ];
  }

  /** What lies beneath the changes: the cloud's noise and the scripts. */
  private footer({ terraform, scripts }: Review): string[] {
    const noise = terraform?.noise ?? [];
    return [
      ...noise.flatMap((line) => this.wrap(line, "Terraform: ", "  ")),
      ...(scripts === undefined || scripts.length === 0 ? [] : this.wrap(`${scriptsText(scripts)}.`, "Text: ", "  ")),
    ];
  }

  private wrap(text: string, first: string, rest: string): string[] {
    return wrapped(text, first, rest, this.look.width);
  }
}

import { nearest } from "../values/nearest";
import { EXIT_CODES, ExitCode } from "./exit-codes";
import { GLOSSARY } from "./glossary";
import { GlossaryEntry } from "./glossary-entry";
import { RISK_TEXTS, RiskText } from "./risk-text";
import { RULE_TEXTS, RuleText } from "./rule-text";

/** Everything that is known of a code. Several may fit one: 504 is an answer of SIP and a part of a longer story. */
export interface Explanation {
  readonly rules: readonly RuleText[];
  readonly risks: readonly RiskText[];
  readonly entries: readonly GlossaryEntry[];
  readonly exits: readonly ExitCode[];
}

/** From this many words on, a name is a piece of a message, which people paste with what stands around it. */
const WORDS_OF_A_MESSAGE = 3;

/** Looks for a rule id, a code or a piece of a message; neither case nor punctuation count. */
export function lookUp(typed: string): Explanation {
  const wanted = plainWords(typed);
  return {
    rules: RULE_TEXTS.filter(({ id }) => fits(wanted, [id])),
    risks: RISK_TEXTS.filter(({ id }) => plainWords(id) === wanted),
    entries: GLOSSARY.filter(({ code, names }) => fits(wanted, [code, ...names])),
    exits: EXIT_CODES.filter(({ number }) => wanted === exitName(number)),
  };
}

export function isEmpty({ rules, risks, entries, exits }: Explanation): boolean {
  return rules.length + risks.length + entries.length + exits.length === 0;
}

/** What may have been meant by a code that nothing is known of. */
export function nearCodes(typed: string): string[] {
  return nearest(typed.trim(), allCodes());
}

/** Every name under which something is found, without the messages. */
export function allCodes(): string[] {
  const numbers = GLOSSARY.flatMap(({ names }) => names.filter((name) => /^\d+$/.test(name)));
  const exits = EXIT_CODES.map(({ number }) => `exit-${number}`);
  const ids = [...RULE_TEXTS, ...RISK_TEXTS].map(({ id }) => id);
  const codes = [...ids, ...GLOSSARY.map(({ code }) => code), ...numbers];
  return [...new Set([...codes, "exit-codes", ...exits])];
}

function fits(wanted: string, names: readonly string[]): boolean {
  return names.map(plainWords).some((name) => name === wanted || isPieceOf(name, wanted) || isPieceOf(wanted, name));
}

/** Whether a piece of a message, or a code that nobody writes by chance, stands in a text as whole words. */
function isPieceOf(piece: string, text: string): boolean {
  if (piece.split(" ").length < WORDS_OF_A_MESSAGE && !/^aadsts\d+$/.test(piece)) return false;
  return ` ${text} `.includes(` ${piece} `);
}

function exitName(number: number): string {
  return `exit ${number}`;
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

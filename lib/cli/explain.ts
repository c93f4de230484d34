import * as errors from "../errors";
import { CONTROLLER_PRECEDENCE, EXIT_CODES } from "../explain/exit-codes";
import { explanationText } from "../explain/explanation-text";
import { GLOSSARY } from "../explain/glossary";
import { GlossaryEntry } from "../explain/glossary-entry";
import { exitCodesText, listText } from "../explain/list-text";
import { Explanation, isEmpty, lookUp, nearCodes } from "../explain/lookup";
import { RISK_TEXTS } from "../explain/risk-text";
import { RULE_TEXTS } from "../explain/rule-text";
import { printedJson } from "../runbook/log-line";
import { Exit, Terminal } from "./terminal";

export interface ExplainOptions {
  /** Print every code that is known. */
  readonly list: boolean;
  readonly json: boolean;
}

const EXIT_CODES_WORD = "exit-codes";

/**
 * Explains a rule, an error code or an exit code.
 *
 * @param words the code or a message; several words are one, so that a message needs no quotes
 * @throws when nothing is known of it; the error says what may have been meant
 */
export function explain(words: readonly string[], options: ExplainOptions, terminal: Terminal): Exit {
  terminal.data(options.list ? everything(options.json) : answer(words.join(" "), options.json));
  return Exit.FINE;
}

function everything(json: boolean): string {
  if (!json) return listText();
  return printedJson(asData({ rules: RULE_TEXTS, risks: RISK_TEXTS, entries: GLOSSARY, exits: EXIT_CODES }));
}

function answer(code: string, json: boolean): string {
  if (code.trim() === "") throw errors.nothingToExplain();
  if (code.trim().toLowerCase() === EXIT_CODES_WORD) return exitCodes(json);
  const found = lookUp(code);
  if (isEmpty(found)) throw errors.unknownCode(code, nearCodes(code));
  return json ? printedJson(asData(found)) : explanationText(found);
}

function exitCodes(json: boolean): string {
  return json ? printedJson({ exitCodes: EXIT_CODES, controllerPrecedence: CONTROLLER_PRECEDENCE }) : exitCodesText();
}

function asData({ rules, risks, entries, exits }: Explanation): object {
  return { rules, risks, codes: entries.map(entryData), exitCodes: exits };
}

function entryData(entry: GlossaryEntry): object {
  return { ...entry, verified: entry.unconfirmed.length === 0 };
}

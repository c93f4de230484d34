/** What a person reads of a code that a server, a cmdlet or the sign-in shows. */
export interface GlossaryEntry {
  /** How the code is written; unique. */
  readonly code: string;
  /** What else people type or paste: the number alone, words of the message. */
  readonly names: readonly string[];
  readonly title: string;
  readonly meaning: string;
  /** Usual causes in a hybrid deployment. */
  readonly causes: readonly string[];
  /** What to look at next: commands, or where to look. */
  readonly next: readonly string[];
  /** Names of the documents that say so. */
  readonly sources: readonly string[];
  /** Sentences above that no document confirms, in words of their own; empty where all of it is confirmed. */
  readonly unconfirmed: readonly string[];
}

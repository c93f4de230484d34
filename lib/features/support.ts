/** What the documents say of a feature for a group of people. */
export interface Support {
  readonly documented: "supported" | "not supported" | "not documented";
  /** True where the answer is inferred, or was written for a service that is gone: nobody confirmed it. */
  readonly unverified: boolean;
  /** Condition or reason in one sentence; empty where the answer says it all. */
  readonly note: string;
  /** Document and version. */
  readonly source: string;
}

export function supported(source: string, note = ""): Support {
  return { documented: "supported", unverified: false, note, source };
}

export function unconfirmed(source: string, note: string): Support {
  return { documented: "supported", unverified: true, note, source };
}

export function notSupported(source: string, note = ""): Support {
  return { documented: "not supported", unverified: false, note, source };
}

export function notDocumented(source: string, note = ""): Support {
  return { documented: "not documented", unverified: true, note, source };
}

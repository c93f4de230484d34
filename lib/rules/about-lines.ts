import { Severity } from "./finding";

/** A finding that no rule over the model makes: it is about a line of main.ts that accepts or lets go of something. */
export interface LineFinding {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly unacceptable: string;
}

const IS_A_LINE = "it is about a line of main.ts, which is corrected, kept or taken out.";

export const IDLE_ACKNOWLEDGEMENT: LineFinding = {
  id: "HYB-ACK-001",
  title: "An acknowledgement accepts a finding.",
  severity: "warning",
  why: "One that accepts none is left over, and would accept the next finding of its rule unseen. Rule of this library, no document.",
  unacceptable: IS_A_LINE,
};

export const RELEASED: LineFinding = {
  id: "HYB-REL-001",
  title: "An applied step is released.",
  severity: "info",
  why: "It stays on the servers as it is and nothing takes it back, so nobody shall let go of it unseen. Rule of this library, no document.",
  unacceptable: IS_A_LINE,
};

export const IDLE_RELEASE: LineFinding = {
  id: "HYB-REL-002",
  title: "A release lets go of an applied step.",
  severity: "warning",
  why: "One that names nothing of the baseline is a typing error, or is left over. Rule of this library, no document.",
  unacceptable: IS_A_LINE,
};

export const LINE_FINDINGS: readonly LineFinding[] = [IDLE_ACKNOWLEDGEMENT, RELEASED, IDLE_RELEASE];

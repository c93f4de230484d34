/** Where a fact was declared: the construct path, for the reader of a finding. */
export interface Declared {
  readonly source: string;
}

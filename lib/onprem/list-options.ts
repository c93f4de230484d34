/** What happens to list entries that are neither declared nor known to be ours. */
export enum Undeclared {
  /** They are named and nothing is written, until somebody decides. */
  BLOCK = "Block",
  /** They stay. */
  KEEP = "Keep",
  /** They are removed. */
  REMOVE = "Remove",
}

/** How a list stands in the Terraform plan. */
export enum ListMirror {
  /** Each entry is an object of the plan. */
  ENTRIES = "entries",
  /** One object with count and digest: for lists too long to plan entry by entry. */
  SUMMARY = "summary",
}

/** Above this number of entries a list must say SUMMARY: Terraform writes its state once per object. */
export const LONGEST_MIRRORED_LIST = 200;

import { ResourceChange } from "../change";

/** A change of which only the kind is still open. */
export type Untold = Omit<ResourceChange, "action"> & { readonly notes: readonly string[] };

/** Neither created nor destroyed: only whether Terraform looks after it differs. */
export function letGo(change: Untold): ResourceChange {
  const values = [{ name: "managed by Terraform", before: true, after: false }];
  return {
    ...change,
    action: "changed",
    values,
    notes: [...change.notes, "it is not destroyed: Terraform forgets it"],
  };
}

export function takenOver(change: Untold, id: string): ResourceChange {
  const values = [{ name: "managed by Terraform", before: false, after: true }, ...change.values];
  return {
    ...change,
    action: "changed",
    values,
    notes: [...change.notes, `what exists is taken over: import of ${id}`],
  };
}

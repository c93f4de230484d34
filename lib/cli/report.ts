import { renderHtml } from "../review/html/page";
import { someStacksAt } from "./manifests";
import { reviewsOf } from "./reviews";
import { Exit, Terminal } from "./terminal";

export interface ReportOptions {
  /** @default - nothing, so that everything is new */
  readonly before?: string;
}

/** One HTML page of a whole synthesis, compared with an earlier one or with nothing. */
export function report(path: string, { before }: ReportOptions, terminal: Terminal): Exit {
  const stacks = someStacksAt(path);
  const earlier = before === undefined ? [] : someStacksAt(before);
  terminal.data(renderHtml(reviewsOf(earlier, stacks, path, { acceptances: [], plans: [] })));
  return Exit.FINE;
}

import * as errors from "../../errors";
import { parseJson, Reader, ShapeProblem } from "../../runbook/json-shape";

/** A file as text; the path is there for messages alone. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Nobody declares more brackets inside each other; thousands of them take more stack to walk than there is. */
const DEEPEST = 100;

/**
 * Reads JSON of a file whose writer is Terraform or cdktf.
 *
 * @param what what the file should be, as in "is not ..."
 * @param move what to do about one that is something else
 * @throws when the text is no JSON, or another shape
 */
export function readSource<T>(source: SourceText, what: string, move: string, read: Reader<T>): T {
  try {
    return parseJson(source.text, (value, place) => {
      if (isDeeper(value, DEEPEST)) throw new ShapeProblem(place, "is nested too deeply");
      return read(value, place);
    });
  } catch (error) {
    if (error instanceof ShapeProblem) throw errors.notReadable(what, source.path, error.message, move);
    throw error;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

import * as errors from "../errors";
import { objectKey } from "../values/object-key";

const PIECE = /^[A-Za-z0-9._-]+$/;
const DEVICE = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i;
const LONGEST = 100;

/**
 * Builds `<kind>/<subject>[/<part>]` and refuses what could not become a file name on Windows or a Terraform name. Nothing
 * is shortened or hashed: a name that shifts is worse than a name that is refused.
 *
 * @param path construct path, for the error
 */
export function stepId(path: string, kind: string, subject: string, part?: string): string {
  const pieces = [kind, objectKey(subject), ...(part === undefined ? [] : [part])];
  for (const piece of pieces) checkPiece(path, piece);
  const id = pieces.join("/");
  if (id.length > LONGEST) {
    throw errors.badIdPiece(path, id, `it makes the id ${id.length} characters long, at most ${LONGEST} are legal`);
  }
  return id;
}

function checkPiece(path: string, piece: string): void {
  if (piece === "") throw errors.badIdPiece(path, piece, "it is empty");
  if (!PIECE.test(piece)) throw errors.badIdPiece(path, piece, "it holds other characters");
  if (DEVICE.test(piece)) throw errors.badIdPiece(path, piece, "Windows reserves that name for a device");
  if (piece.endsWith(".")) throw errors.badIdPiece(path, piece, "Windows drops a trailing dot");
}

/** File name of a step inside its phase folder, without the extension. */
export function stepFileName(id: string): string {
  return id.split("/").join(".");
}

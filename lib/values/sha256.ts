import { createHash } from "node:crypto";

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** How many characters of a digest people compare and type. */
export const SHORT_DIGEST = 12;

export function shortDigest(digest: string): string {
  return digest.slice(0, SHORT_DIGEST);
}

import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import * as errors from "../errors";

/** A public certificate as Terraform takes it. */
export interface PublicCertificate {
  readonly pem: string;
}

/**
 * Reads a public certificate. Expiry is not judged here: the same input must give the same output on every day.
 *
 * @throws when the file cannot be read, holds no certificate or holds a private key
 */
export function readPublicCertificate(field: string, path: string): PublicCertificate {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw errors.unreadableCertificate(field, path, reasonOf(error));
  }
  if (text.includes("PRIVATE KEY")) throw errors.privateKeyInCertificate(field, path);
  try {
    return { pem: new X509Certificate(text).toString() };
  } catch (error) {
    throw errors.unreadableCertificate(field, path, reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

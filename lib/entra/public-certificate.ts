import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import * as errors from "../errors";
import { sortedSet } from "../values/text-order";

/** A public certificate as Terraform takes it, and what its bytes say of it. */
export interface PublicCertificate {
  readonly pem: string;
  /** Its DER form, as Base64. */
  readonly der: string;
  /** SHA-1 of its DER form: 40 hexadecimal digits in upper case, as Windows shows it. */
  readonly thumbprint: string;
  /** Kind and length of the key, such as "rsa, 2048 bits". */
  readonly key: string;
  /** Length of an RSA key in bits; 0 for every other kind. */
  readonly rsaBits: number;
  /** Common name and alternative DNS names, in lower case, sorted. */
  readonly names: readonly string[];
  /** First and last day, as YYYY-MM-DD in UTC. */
  readonly firstDay: string;
  readonly lastDay: string;
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
    return described(new X509Certificate(text));
  } catch (error) {
    throw errors.unreadableCertificate(field, path, reasonOf(error));
  }
}

function described(certificate: X509Certificate): PublicCertificate {
  const { publicKey, fingerprint, validFrom, validTo } = certificate;
  const kind = publicKey.asymmetricKeyType ?? "unknown";
  const bits = publicKey.asymmetricKeyDetails?.modulusLength;
  return {
    pem: certificate.toString(),
    der: certificate.raw.toString("base64"),
    thumbprint: fingerprint.split(":").join("").toUpperCase(),
    key: bits === undefined ? kind : `${kind}, ${bits} bits`,
    rsaBits: kind === "rsa" ? (bits ?? 0) : 0,
    names: namesOf(certificate),
    firstDay: dayOf(validFrom),
    lastDay: dayOf(validTo),
  };
}

function namesOf({ subject, subjectAltName }: X509Certificate): string[] {
  const common = subject.split("\n").filter((part) => part.startsWith("CN="));
  const others = (subjectAltName ?? "").split(", ").filter((part) => part.startsWith("DNS:"));
  return sortedSet([
    ...common.map((part) => part.slice("CN=".length).toLowerCase()),
    ...others.map((part) => part.slice("DNS:".length).toLowerCase()),
  ]);
}

function dayOf(moment: string): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

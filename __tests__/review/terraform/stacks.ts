import { ResourceChange } from "../../../lib/review/change";
import { TerraformPart } from "../../../lib/review/diff";
import { SourceText } from "../../../lib/review/terraform/source-text";
import { synthesisChanges } from "../../../lib/review/terraform/synthesis-changes";

export type Block = Readonly<Record<string, unknown>>;

export const PEM = `-----BEGIN CERTIFICATE-----\n${"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n".repeat(20)}-----END CERTIFICATE-----\n`;

/** The Terraform of a stack with these blocks, as cdktf writes it. */
export function stack(blocks: Block): SourceText {
  return { path: "cdktf.out/stacks/contoso/cdk.tf.json", text: JSON.stringify({ "//": { metadata: {} }, ...blocks }) };
}

/** Resources alone. */
export function resources(resource: Block): SourceText {
  return stack({ resource });
}

/** What differs between two stacks of these resources. */
export function compare(before: Block, after: Block): TerraformPart {
  return synthesisChanges(resources(before), resources(after));
}

export function group(attributes: Block = {}): Block {
  return {
    "//": { metadata: { path: "contoso/pilot" } },
    display_name: "Pilot",
    security_enabled: true,
    ...attributes,
  };
}

export function mirror(identity: string, input: Block = {}): Block {
  const script = "20-federate/domain-lists.edge.ps1";
  return { input: { noun: "CsAllowedDomain", identity, settings: {}, script, run: "not run", ...input } };
}

/** In short: what happens to which address. */
export function told({ changes }: TerraformPart): string[] {
  return changes.map(({ action, address, movedFrom }) => {
    return movedFrom === undefined ? `${action} ${address}` : `${action} ${movedFrom} -> ${address}`;
  });
}

export function onlyChange({ changes }: TerraformPart): ResourceChange {
  const [change] = changes;
  if (change === undefined || changes.length > 1) throw new Error(`expected one change, got ${changes.length}`);
  return change;
}

import { Baseline, DeployedObject, DeployedStep } from "../../lib/runbook/baseline";
import { Handover, Receipt, ReceiptObject } from "../../lib/runbook/receipts";

/** What runs have recorded, for tests that look at a part of it. */

const DIGEST = "a".repeat(64);

export function deployedObject(part: Partial<DeployedObject> = {}): DeployedObject {
  return {
    noun: "CsHostingProvider",
    identity: "Office365",
    settings: "5e771465",
    createdByUs: "yes",
    foundAs: null,
    before: [],
    ...part,
  };
}

export function deployedStep(part: Partial<DeployedStep> = {}): DeployedStep {
  return {
    id: "CsHostingProvider/Office365",
    state: "done",
    phase: "30-share",
    shell: "lync",
    host: "lync01.contoso.local",
    shape: "entity",
    after: [],
    digest: DIGEST,
    objects: [deployedObject()],
    ...part,
  };
}

export function baselineOf(...steps: readonly DeployedStep[]): Baseline {
  return { schema: 1, steps };
}

export function receipt(part: Partial<Receipt> = {}): Receipt {
  return { ...deployedStep(), finished: "2026-03-01T10:00:00Z", ...part };
}

export function receiptObject(part: Partial<ReceiptObject> = {}): ReceiptObject {
  return { ...deployedObject(), ...part };
}

export function handoverOf(...receipts: readonly Receipt[]): Handover {
  return { stack: "contoso", receipts };
}

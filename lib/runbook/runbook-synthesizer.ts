import type { IStackSynthesizer, ISynthesisSession, TerraformStack } from "cdktf";
import { join } from "node:path";
import * as errors from "../errors";
import { RunbookFile } from "./checksums";
import { writeFolder } from "./runbook-folder";

export interface RunbookSynthesizerProps {
  readonly stack: TerraformStack;
  /** The stack's own synthesizer, which writes the Terraform. */
  readonly inner: IStackSynthesizer;
  /** Checks, declares and builds everything; it throws before anything is written. */
  readonly prepare: (outdir: string) => readonly RunbookFile[];
}

/** Value of cdktf's AnnotationMetadataEntryType.ERROR. */
const ERROR_ANNOTATION = "@cdktf/error";

/**
 * Writes the runbook beside the Terraform of a stack. It decorates the stack's synthesizer: rules, order, mirror, backend,
 * provider and every byte of the runbook are ready before the inner one runs, so that nothing half is written.
 */
export class RunbookSynthesizer implements IStackSynthesizer {
  private used = false;

  public constructor(private readonly props: RunbookSynthesizerProps) {}

  public synthesize(session: ISynthesisSession): void {
    const { stack, inner, prepare } = this.props;
    if (this.used) throw errors.synthesizedTwice(stack.node.id);
    this.used = true;
    if (["true", "1"].includes(process.env.SYNTH_HCL_OUTPUT ?? "")) throw errors.hclOutput();
    const files = prepare(session.outdir);
    inner.synthesize(session);
    const { annotations, workingDirectory } = session.manifest.forStack(stack);
    // Under cdktf-cli an error annotation does not throw: the command line prints it from the manifest.
    if (annotations.some((annotation) => (annotation.level as string) === ERROR_ANNOTATION)) return;
    writeFolder(join(session.outdir, workingDirectory, "onprem"), files);
  }
}

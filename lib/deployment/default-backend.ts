import { LocalBackend, TerraformBackend, TerraformStack } from "cdktf";

/**
 * Gives the stack a state beside main.ts when the user declares no backend. cdktf's own default is an absolute path, which
 * would make the output differ from machine to machine. The backend is added last, so that the user's is respected
 * wherever main.ts declares it.
 */
export function declareDefaultBackend(stack: TerraformStack): void {
  Object.defineProperty(stack, "ensureBackendExists", { value: () => ensureBackend(stack) });
}

/** The user's backend, or the default one. Tests that synthesize without App.synth never prepare the stack, hence the call. */
export function ensureBackend(stack: TerraformStack): TerraformBackend {
  const declared = stack.node.findAll().find((construct) => TerraformBackend.isBackend(construct));
  if (declared !== undefined) return declared;
  return new LocalBackend(stack, { path: `../../../terraform.${stack.node.id}.tfstate` });
}

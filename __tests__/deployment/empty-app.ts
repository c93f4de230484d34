import { App, TerraformStack } from "cdktf";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../instruments/contoso";

/** An App with the stack contoso, and nothing in it. */
export function emptyApp(): { readonly app: App; readonly stack: TerraformStack; readonly outdir: string } {
  const outdir = join(temporaryFolder(), "cdktf.out");
  mkdirSync(outdir);
  const app = new App({ outdir });
  return { app, stack: new TerraformStack(app, "contoso"), outdir };
}

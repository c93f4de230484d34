// tsc copies no PowerShell and no schema: what lib reads at run time is copied beside the compiled code.
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

for (const entry of readdirSync(join(root, "lib"), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(ps1|schema\.json)$/.test(entry.name)) continue;
  const from = join(entry.parentPath, entry.name);
  cpSync(from, from.replace(join(root, "lib"), join(root, "dist", "lib")));
}

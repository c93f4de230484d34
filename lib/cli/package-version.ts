import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** From the sources and from the built package alike: the next package.json above this file. */
export function packageVersion(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const data: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      if (typeof data === "object" && data !== null && "version" in data) return String(data.version);
    } catch {
      // Not here: one folder up.
    }
  }
  return "unknown";
}

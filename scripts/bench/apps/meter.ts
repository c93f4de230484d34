import { writeFileSync } from "node:fs";

/** Loaded before an app: writes at its end what the whole process used, threads included. */
process.on("exit", () => {
  const path = process.env.BENCH_METER;
  if (path === undefined) throw new Error("BENCH_METER names the file to write");
  writeFileSync(path, JSON.stringify(process.resourceUsage()));
});

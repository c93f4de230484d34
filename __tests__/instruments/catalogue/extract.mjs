// Copies the records of the cmdlets in use from a folder with the full catalogue:
//   node extract.mjs <folder with skypeforbusiness.json, teams.json, exchange.json, graph.json and sharepoint.json> [file with cmdlet names, one a line; default: names.txt]
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [source, list = join(here, "names.txt")] = process.argv.slice(2);
if (source === undefined) throw new Error("usage: node extract.mjs <catalogue folder> [names.txt]");
const names = readFileSync(list, "utf8")
  .split(/\r?\n/)
  .map((line) => line.trim())
  .filter((line) => line !== "" && !line.startsWith("#"));

const missing = new Set(names);
for (const [from, to] of [
  ["skypeforbusiness.json", "lync.json"],
  ["teams.json", "teams.json"],
  ["exchange.json", "exchange.json"],
  ["graph.json", "graph.json"],
  ["sharepoint.json", "sharepoint.json"],
]) {
  const { cmdlets } = JSON.parse(readFileSync(join(source, from), "utf8"));
  const found = names.filter((name) => name in cmdlets).sort();
  for (const name of found) missing.delete(name);
  const lines = found.map((name) => `${JSON.stringify(name)}:${JSON.stringify(cmdlets[name])}`);
  writeFileSync(join(here, to), `{"cmdlets":{\n${lines.join(",\n")}\n}}\n`);
  console.log(`${to}: ${found.length} cmdlets`);
}
if (missing.size > 0) throw new Error(`no record for ${[...missing].join(", ")}`);

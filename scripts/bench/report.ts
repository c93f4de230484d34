import { Figures } from "./measure";

/** How the benchmark prints: a title, ratios in a column, and beneath them what they were made of. */

export function title(text: string): void {
  say(`\n${text}`);
}

export function line(ratio: number, text: string): void {
  say(`  ${fixed(ratio).padStart(5)}  ${text}`);
}

export function detail(name: string, of: Figures): void {
  const range = `${of.fastest.toFixed(3)} to ${of.slowest.toFixed(3)}`;
  const bytes = of.bytes > 0 ? `, ${(of.bytes / 1000).toFixed(0)} kB written` : "";
  say(`         ${name.padEnd(12)} ${of.cpu.toFixed(3)} s (${range}), ${of.peak.toFixed(0)} MiB${bytes}`);
}

export function fixed(ratio: number): string {
  return ratio.toFixed(2);
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

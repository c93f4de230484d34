import { Cost } from "./measure";

export function ratio(of: number, against: number): string {
  return `x${(of / against).toFixed(2)}`.padEnd(6);
}

export function cost({ cpuMs, peakMiB }: Cost): string {
  return `${cpuMs.toFixed(0)} ms CPU, ${peakMiB.toFixed(0)} MiB`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB written`;
}

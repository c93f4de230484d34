import { join } from "node:path";
import { executionOrder } from "../../lib/onprem/order";
import { Step } from "../../lib/onprem/step";
import { Review, review } from "../../lib/review/diff";
import { renderMarkdown } from "../../lib/review/markdown-rendering";
import { ReviewItem } from "../../lib/review/review-item";
import { renderText } from "../../lib/review/text-rendering";
import { Baseline } from "../../lib/runbook/baseline";
import { manifest, Manifest } from "../../lib/runbook/manifest";
import { readManifest } from "../../lib/runbook/manifest-reader";
import { sessionsOf } from "../../lib/runbook/session";
import { ContosoOptions, synthContoso } from "../instruments/contoso";

/** The manifest that a synthesis of main.ts, changed as asked, leaves behind. */
export function contosoManifest(options: ContosoOptions = {}): Manifest {
  return readManifest(join(synthContoso(options).onprem, "manifest.json"));
}

/** A manifest of these steps, in the order in which they would run. */
export function manifestOf(steps: readonly Step[], digest = "0".repeat(64)): Manifest {
  const contents = { stack: "contoso", findings: [], released: [], landscape: [] };
  return manifest(contents, digest, sessionsOf(executionOrder(steps)));
}

/** The same manifest with every step changed. */
export function eachStep(of: Manifest, change: (step: Step) => Step): Manifest {
  return { ...of, steps: of.steps.map(change) };
}

/** Everything of that declaration as if it had been applied from nothing. */
export function appliedBaseline(of: Manifest): Baseline {
  const steps = of.steps.map((step) => ({
    id: step.id,
    state: "done" as const,
    phase: step.phase,
    shell: step.shell,
    host: step.host,
    shape: step.shape,
    after: step.after,
    digest: of.digest,
    objects: step.objects.map(({ noun, identity }) => {
      const isOurs = step.shape === "entity" || noun !== "CsTenantFederationConfiguration";
      const before = isOurs ? [] : [{ name: "SharedSipAddressSpace", value: false }];
      return {
        noun,
        identity,
        settings: "5e771465",
        createdByUs: isOurs ? "yes" : "no",
        foundAs: null,
        before,
      } as const;
    }),
  }));
  return { schema: 1, steps };
}

/** The one item about this step or subject. */
export function itemAbout(of: Review, text: string): ReviewItem {
  const found = of.items.filter((item) => item.what.includes(text));
  const [item] = found;
  if (item === undefined || found.length > 1) {
    throw new Error(`expected one item about ${text}, got: ${of.items.map(({ what }) => what).join(" / ")}`);
  }
  return item;
}

/** How many lines a reader sees without scrolling. */
const SCREEN = 24;

export interface Screens {
  readonly text: string;
  readonly markdown: string;
}

/** What stands on the first screen of both renderings. */
export function firstScreens(of: Review): Screens {
  const screen = (rendered: string): string => rendered.split("\n").slice(0, SCREEN).join("\n");
  return { text: screen(renderText(of)), markdown: screen(renderMarkdown(of)) };
}

/** Whether both renderings say it on their first screen; line breaks and escapes of Markdown count as nothing. */
export function expectOnFirstScreen(of: Review, ...said: readonly string[]): void {
  const { text, markdown } = firstScreens(of);
  for (const words of said) {
    expect(text.replace(/\s+/g, " ")).toContain(words);
    expect(markdown.replace(/\\(?=[!-/:-@[-`{-~])/g, "")).toContain(words);
  }
}

export { review };

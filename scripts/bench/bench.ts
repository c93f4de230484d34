import { cpus } from "node:os";
import { join } from "node:path";
import { Figures, Measurement } from "./measure";
import { reviewCost } from "./review";
import { detail, fixed, line, say, title } from "./report";
import {
  azureadIn,
  bareWith,
  compiled,
  declaredIn,
  libraryWith,
  openedBindings,
  Pair,
  pairOf,
  requiring,
  ROOT,
  topologyWith,
} from "./programs";

/**
 * What the library costs, each figure against something named and measured in the same run. Ratios hold from machine to
 * machine, seconds do not: no time is promised. It fails when a run fails or writes the wrong thing, never on a figure.
 */
const REQUIRE_GOAL = 1.35;
const STACKS = 8;

const measurement = new Measurement(ROOT, compiled(join(__dirname, "apps", "meter.ts")));
for (const names of ["partner-names.ts", "topology-names.ts"]) compiled(join(__dirname, names));
const partnersApp = compiled(join(__dirname, "apps", "partners.ts"));
const topologyApp = compiled(join(__dirname, "apps", "topology.ts"));

say(`node ${process.version}, ${process.platform} ${process.arch}, ${cpus()[0]?.model.trim() ?? "unknown CPU"}`);
say("CPU is user and system time of whole processes: median of alternating runs (fastest to slowest).");
say(`No absolute time is promised. Goal: the require ratio is at most ${REQUIRE_GOAL}.`);
synthesis();
requires();
partnersByEntries();
partnersBySummary();
growth();
topologyGrowth();
reviewCost(measurement, partnersApp);

function synthesis(): void {
  const pair = pairOf(measurement, compiled(join(ROOT, "main.ts")));
  const { library, bare } = measurement.compare({ library: pair.library, bare: pair.bare }, 15);
  title("Synthesis of main.ts, against a bare cdktf app that writes the same Terraform");
  line(library.cpu / bare.cpu, `CPU; the bare app has ${content(pair)}`);
  line(library.peak / bare.peak, "peak memory");
  detail("library", library);
  detail("bare app", bare);
}

function requires(): void {
  const { node, cdktf, bindings, library } = measurement.compare(
    {
      node: requiring("require-nothing", []),
      cdktf: requiring("require-cdktf", ["cdktf"]),
      bindings: requiring("require-bindings", ["cdktf", ...openedBindings()]),
      library: requiring("require-library", [join(ROOT, "dist", "lib", "index.js")]),
    },
    15,
  );
  const ratio = (library.cpu - node.cpu) / (cdktf.cpu - node.cpu);
  title("Requiring the package, against requiring cdktf alone");
  line(
    ratio,
    `CPU without the start of node; goal at most ${REQUIRE_GOAL}: ${ratio <= REQUIRE_GOAL ? "met" : "MISSED"}`,
  );
  line(library.cpu / cdktf.cpu, "CPU of the whole process");
  line(
    (library.cpu - node.cpu) / (bindings.cpu - node.cpu),
    "CPU without the start of node, against cdktf and the azuread bindings that the library opens",
  );
  line(library.peak / cdktf.peak, "peak memory");
  detail("package", library);
  detail("cdktf", cdktf);
  detail("and bindings", bindings);
  detail("node alone", node);
}

function partnersByEntries(): void {
  const pair = pairOf(measurement, partnersApp, ["100", "entries"]);
  const { library, bare } = measurement.compare({ library: pair.library, bare: pair.bare }, 9);
  title("100 partners, entry by entry in the plan, against a bare app that writes the same Terraform");
  line(library.cpu / bare.cpu, `CPU; the bare app has ${content(pair)}`);
  detail("library", library);
  detail("bare app", bare);
}

function partnersBySummary(): void {
  const pair = pairOf(measurement, partnersApp, ["100", "summary"]);
  const figures = measurement.compare(
    {
      library100: libraryWith(partnersApp, 100),
      library1000: libraryWith(partnersApp, 1000),
      library4000: libraryWith(partnersApp, 4000),
      bare100: bareWith(pair, 100),
      bare1000: bareWith(pair, 1000),
      bare4000: bareWith(pair, 4000),
    },
    7,
  );
  title("Partners whose lists stand in the plan as count and digest (required above 200), against a bare app");
  say(
    "  The library writes every partner into two scripts and the manifest. The bare app writes none of these: it holds",
  );
  say("  the same plan and one terraform_data per partner.");
  line(figures.library100.cpu / figures.bare100.cpu, "CPU at   100 partners");
  line(figures.library1000.cpu / figures.bare1000.cpu, "CPU at 1,000 partners");
  line(figures.library4000.cpu / figures.bare4000.cpu, "CPU at 4,000 partners");
  for (const [name, of] of Object.entries(figures)) detail(name.replace(/(\d+)$/, " $1"), of);
  title("From 1,000 to 4,000 partners, x4 / x1, against the same step of the bare app (linear is at most 4.00)");
  step("library", figures.library1000, figures.library4000);
  step("bare app", figures.bare1000, figures.bare4000);
}

function step(name: string, one: Figures, four: Figures): void {
  const cpu = four.cpu / one.cpu;
  const others = `peak memory ${fixed(four.peak / one.peak)}, bytes written ${fixed(four.bytes / one.bytes)}`;
  line(cpu, `${name}: CPU, ${fixed(Math.sqrt(cpu))} per doubling; ${others}`);
}

/** One deployment costs little beside the start of the process; several in one process show how the work itself grows. */
function growth(): void {
  const figures = measurement.compare(
    {
      at100: libraryWith(partnersApp, 100, STACKS),
      at1000: libraryWith(partnersApp, 1000, STACKS),
      at4000: libraryWith(partnersApp, 4000, STACKS),
    },
    7,
  );
  const { at100, at1000, at4000 } = figures;
  const cpu = (at4000.cpu - at100.cpu) / (at1000.cpu - at100.cpu);
  title(`Growth of the library's own work: ${STACKS} deployments in one process, without the CPU at 100 partners`);
  line(cpu, `CPU of 3,900 more partners / CPU of 900 more (4.33 is linear, 16.15 quadratic)`);
  line(at4000.cpu / at1000.cpu, "CPU x4 / CPU x1, whole processes");
  detail("100", at100);
  detail("1000", at1000);
  detail("4000", at4000);
}

/** Both grow together, so what is written once for each SIP domain and pool would show as quadratic. */
function topologyGrowth(): void {
  const figures = measurement.compare(
    {
      x1: topologyWith(topologyApp, 50, 10),
      x4: topologyWith(topologyApp, 200, 40),
      x16: topologyWith(topologyApp, 800, 160),
    },
    7,
  );
  const { x1, x4, x16 } = figures;
  const plans = ["50 10", "200 40", "800 160"].map((size) => planBytes(topologyApp, size.split(" ")));
  const [plan1 = 0, plan4 = 0, plan16 = 0] = plans;
  title("SIP domains and Front End pools: 50 and 10, 200 and 40, 800 and 160, x4 / x1 (linear is at most 4.00)");
  line(x4.cpu / x1.cpu, "CPU from  50 to 200 SIP domains, whole processes");
  line(x16.cpu / x4.cpu, "CPU from 200 to 800 SIP domains, whole processes");
  line(
    (x16.cpu - x1.cpu) / (x4.cpu - x1.cpu),
    "CPU of 750 more SIP domains / of 150 more (5.00 is linear, 17.00 quadratic)",
  );
  line(plan4 / plan1, `bytes of the plan from  50 to 200; from 200 to 800: ${fixed(plan16 / plan4)}`);
  line(
    x4.bytes / x1.bytes,
    `bytes of everything from  50 to 200; from 200 to 800: ${fixed(x16.bytes / x4.bytes)} (the manifest names every pool at every step)`,
  );
  detail("50, 10", x1);
  detail("200, 40", x4);
  detail("800, 160", x16);
}

function planBytes(app: string, args: readonly string[]): number {
  return JSON.stringify(pairOf(measurement, app, args).terraform).length;
}

function content({ terraform }: Pair): string {
  return `the same ${azureadIn(terraform)} azuread resources, data source, check and ${declaredIn(terraform)} terraform_data`;
}

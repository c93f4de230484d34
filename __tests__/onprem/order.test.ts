import fc from "fast-check";
import { executionOrder, reducePredecessors } from "../../lib/onprem/order";
import { Phase } from "../../lib/onprem/phase";
import { Shell } from "../../lib/onprem/shell";
import { Step } from "../../lib/onprem/step";
import { someStep } from "../instruments/some-step";

const step = (id: string, part: Partial<Step> = {}): Step => someStep({ id, ...part });
const ids = (steps: readonly Step[]): string[] => steps.map(({ id }) => id);

function handovers(steps: readonly Step[]): number {
  return steps.filter((current, index) => index > 0 && steps[index - 1]?.shell !== current.shell).length;
}

describe("the order of execution", () => {
  test("puts a step behind what it waits for", () => {
    expect(ids(executionOrder([step("a", { after: ["b"] }), step("b")]))).toEqual(["b", "a"]);
  });

  test("stays in a shell while anything is ready there, so that people are asked once", () => {
    const steps = [
      step("a", { shell: Shell.LYNC }),
      step("b", { shell: Shell.TEAMS }),
      step("c", { shell: Shell.LYNC }),
      step("d", { shell: Shell.TEAMS, after: ["c"] }),
    ];
    expect(ids(executionOrder(steps))).toEqual(["a", "c", "b", "d"]);
  });

  test("begins with the session that saves a hand-over, not with the first name", () => {
    const steps = [step("a"), step("b", { shell: Shell.BY_HAND }), step("c", { after: ["b"] })];
    expect(ids(executionOrder(steps))).toEqual(["b", "a", "c"]);
  });

  test("lets everybody who has to act first do so before the servers are begun with, and nobody is asked twice", () => {
    const steps = [
      step("a"),
      step("b", { shell: Shell.BY_HAND, host: "one" }),
      step("c", { shell: Shell.BY_HAND, host: "two" }),
      step("d", { after: ["b", "c"] }),
    ];
    expect(ids(executionOrder(steps))).toEqual(["b", "c", "a", "d"]);
  });

  test("does not depend on the order of declaration, and keeps every dependency", () => {
    const graph = fc
      .array(fc.record({ shell: fc.constantFrom(Shell.LYNC, Shell.TEAMS), before: fc.array(fc.nat(20)) }), {
        maxLength: 20,
      })
      .map((nodes) =>
        nodes.map(({ shell, before }, index) =>
          step(`s${index}`, { shell, after: before.filter((other) => other < index).map((other) => `s${other}`) }),
        ),
      );
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.nat()), (steps, random) => {
        const ordered = executionOrder(steps);
        const shuffled = [...steps].sort(() => (Number(random.next().value) % 3) - 1);
        expect(ids(executionOrder(shuffled))).toEqual(ids(ordered));
        for (const { id, after } of ordered) {
          for (const before of after) expect(ids(ordered).indexOf(before)).toBeLessThan(ids(ordered).indexOf(id));
        }
        expect(handovers(ordered)).toBeLessThanOrEqual(Math.max(0, steps.length - 1));
      }),
      { numRuns: 200 },
    );
  });

  test("refuses steps that wait for each other, and prints the way round", () => {
    const cycle = [step("a", { after: ["b"] }), step("b", { after: ["c"] }), step("c", { after: ["a"] }), step("d")];
    expect(() => executionOrder(cycle)).toThrow("wait for each other: a -> b -> c -> a");
  });

  test("refuses a step that waits for a later phase: folders would lie about the order", () => {
    const steps = [step("a", { phase: Phase.PREPARE, after: ["b"] }), step("b", { phase: Phase.SHARE })];
    expect(() => executionOrder(steps)).toThrow(/a \(phase 10-prepare\) waits for b of the later phase 30-share/);
  });
});

describe("the predecessors that are written", () => {
  test("leave out what another one waits for already", () => {
    const after = new Map([
      ["a", []],
      ["b", ["a"]],
      ["c", ["a", "b"]],
    ]);
    expect(reducePredecessors(after).get("c")).toEqual(["b"]);
  });

  test("do not make a cycle vanish", () => {
    const after = new Map([
      ["a", ["b"]],
      ["b", ["a"]],
    ]);
    expect(() => reducePredecessors(after)).toThrow("wait for each other: a -> b -> a");
  });
});

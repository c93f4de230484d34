import { join } from "node:path";
import { synthExample } from "../instruments/examples";
import { Disturbance, outcomeOf, Rehearsal, Scene } from "../instruments/rehearsal";
import { SimulatedServer, SimulatorState } from "../instruments/simulator";

const FAULTS = ["kill-before", "kill-after", "error", "error-after"] as const;

/** Every write of every run, each with every fault. */
function everywhere(scenes: readonly Scene[]): Disturbance[] {
  return scenes.flatMap(({ writes }, scene) =>
    Array.from({ length: writes }, (_, index) => index + 1).flatMap((write) =>
      FAULTS.map((fault) => ({ scene, write, fault })),
    ),
  );
}

export function describeReference(name: string, seed: SimulatorState, server: SimulatedServer): void {
  describe(`the reference deployment ${name}`, () => {
    const onprem = join(synthExample(name), "stacks", name, "onprem");
    const rehearsal = new Rehearsal(onprem, seed, server);

    test("ends in one state with one set of receipts, wherever a write is killed or fails", async () => {
      const { scenes, outcome } = await rehearsal.undisturbed();
      const disturbances = everywhere(scenes);
      expect(disturbances.length).toBeGreaterThan(40);
      for (const disturbance of disturbances) {
        const scene = scenes[disturbance.scene];
        if (scene === undefined) throw new Error("no such scene");
        const anna = await rehearsal.disturbed(scene, disturbance);
        expect({ disturbance, ...outcomeOf(anna) }).toEqual({ disturbance, ...outcome });
        expect({ disturbance, writes: await rehearsal.play(anna, (shell) => anna.apply(shell)) }).toEqual({
          disturbance,
          writes: 0,
        });
      }
    });
  });
}

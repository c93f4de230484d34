import { describeTransition, MODES } from "./federation-modes";

describe("every change of the federation model", () => {
  for (const from of MODES) for (const to of MODES) describeTransition(from, to);
});

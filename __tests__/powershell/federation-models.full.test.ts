import { describeTransition, Model } from "./federation-models";

const MODELS: readonly Model[] = ["open", "closed", "none"];

for (const from of MODELS) {
  for (const to of MODELS) describeTransition(from, to);
}

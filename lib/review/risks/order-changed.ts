import { OrderChange } from "../change";
import { RiskRule } from "./risk-rule";

export const ORDER_CHANGED: RiskRule = {
  id: "order-changed",
  title: "People are called in another order",
  why: "Who sits at which console when is agreed between people; another order is another agreement.",
  example: "A new step for the tenant administrator comes between two of the server administrator.",
  judge: (change) => {
    if (change.about !== "order") return [];
    return seats(change.before) === seats(change.after)
      ? [{ level: "info", reason: "the same people, the steps in another order" }]
      : [{ level: "low", reason: "people are called in another order, or other people are called" }];
  },
};

function seats(sessions: OrderChange["before"]): string {
  return JSON.stringify(sessions.map(({ shell, host }) => [shell, host]));
}

import { equalLists } from "./two-halves";

export const EQUAL_BLOCK_LISTS = equalLists(
  {
    id: "HYB-FED-018",
    title: "Both halves block the same domains.",
    why: 'The blocked domains on-premises and in the tenant must match exactly ("Plan hybrid connectivity").',
  },
  "block lists",
  (half) => half.blocked,
);

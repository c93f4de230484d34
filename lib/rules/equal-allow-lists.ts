import { equalLists } from "./two-halves";

/** Names are compared: the proxy of a direct partner has no online twin. */
export const EQUAL_ALLOW_LISTS = equalLists(
  {
    id: "HYB-FED-017",
    title: "Both halves allow the same domains.",
    why: 'The allowed domains on-premises and in the tenant must match exactly ("Plan hybrid connectivity").',
  },
  "allow lists",
  (half) => half.allowed.map((entry) => (typeof entry === "string" ? entry : entry.domain)),
  // An open tenant has no allow list; what the Edge allows beside discovery has no twin.
  (half) => half.mode !== "open",
);

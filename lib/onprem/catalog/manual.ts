import { Shell } from "../shell";
import { kind } from "./kind";

/** What only a person can do. It ends by that person's signature. */
export const MANUAL = kind<Readonly<Record<string, never>>>({
  key: "manual",
  shape: "manual",
  noun: "",
  shell: Shell.BY_HAND,
  properties: {},
  carried: [],
  waitSeconds: 0,
  role: "whoever did it",
  risk: { level: "low", reason: "done by hand" },
  undo: { possible: "yes", how: "by hand" },
  sources: [],
});

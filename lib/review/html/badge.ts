import { RiskLevel } from "../../onprem/step";
import { CHANGED } from "../diagram/diagram";
import { Html, markup } from "./template";

/** A level as a word; the colour only repeats it. */
export function badge(level: RiskLevel): Html {
  return markup`<span class="badge ${level}">${level.toUpperCase()}</span>`;
}

export function changedMark(): Html {
  return markup`<span class="badge mark">${CHANGED}</span>`;
}

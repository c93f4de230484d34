import { GlossaryEntry } from "../glossary-entry";
import { ENTRA } from "./entra";
import { EXCHANGE } from "./exchange";
import { MOVE } from "./move";
import { MS_DIAGNOSTICS } from "./ms-diagnostics";
import { SIP } from "./sip";
import { TEAMS } from "./teams";

/** Every code that is explained, in groups. */
export const GLOSSARY: readonly GlossaryEntry[] = [...SIP, ...MS_DIAGNOSTICS, ...MOVE, ...EXCHANGE, ...TEAMS, ...ENTRA];

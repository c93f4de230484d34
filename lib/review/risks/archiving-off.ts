import { PsValue, Risk } from "../../onprem/step";
import { ValueChange } from "../change";
import { RiskRule, valuesSet } from "./risk-rule";

/** What a value means for the archive; undefined where it harms nothing. */
function harm({ name, before, after }: ValueChange): Risk | undefined {
  const was = (value: PsValue): boolean => before === undefined || before === value;
  if (name === "EnableArchiving" && after === "None")
    return { level: "critical", reason: "nothing is archived any more, neither on the servers nor in Exchange" };
  if (name === "EnableArchiving" && after === "ImOnly" && before === "ImAndWebConf")
    return { level: "high", reason: "web conferences are no longer archived" };
  if (name === "EnableExchangeArchiving" && after === false && was(true))
    return {
      level: "high",
      reason: "transcripts go to the servers instead of Exchange, where holds and searches look",
    };
  if ((name === "ArchiveInternal" || name === "ArchiveExternal") && after === false && was(true))
    return { level: "high", reason: `${SIDE[name]} are no longer archived for people without a policy of their own` };
  return undefined;
}

const SIDE = {
  ArchiveInternal: "conversations inside the company",
  ArchiveExternal: "conversations with people outside",
} as const;

export const ARCHIVING_OFF: RiskRule = {
  id: "archiving-off",
  title: "Conversations are no longer archived, or elsewhere",
  why:
    "What is not archived today cannot be found by a search or kept by a legal hold tomorrow: compliance is lost for good " +
    "(Configure Skype for Business Server to use Exchange Server archiving).",
  example:
    "new ExchangeArchiving(..., { content: ArchivedContent.IM_ONLY }) becomes { content: ArchivedContent.NONE }.",
  judge: (change) =>
    valuesSet(change)
      .filter(({ noun }) => noun === "CsArchivingConfiguration" || noun === "CsArchivingPolicy")
      .flatMap(({ values }) => values.flatMap((value) => harm(value) ?? [])),
};

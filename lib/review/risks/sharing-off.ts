import { Risk } from "../../onprem/step";
import { Change } from "../change";
import { propertyRule, RiskRule } from "./risk-rule";

const OFF: Risk = {
  level: "critical",
  reason: "the shared address space is switched off: people on one side no longer find those on the other",
};

const SWITCH = propertyRule(
  {
    id: "sharing-off",
    title: "The shared SIP address space is switched off",
    why: "While people of one domain live on both sides, presence, chat and calls between them go through the shared address space.",
    example: "The SharedAddressSpace is removed from main.ts while people are still homed on-premises.",
  },
  [
    {
      noun: "CsTenantFederationConfiguration",
      property: "SharedSipAddressSpace",
      after: false,
      alsoNew: true,
      ...OFF,
    },
    { noun: "CsHostingProvider", property: "EnabledSharedAddressSpace", after: false, alsoNew: true, ...OFF },
    { noun: "CsHostingProvider", property: "Enabled", after: false, alsoNew: true, ...OFF },
  ],
);

export const SHARING_OFF: RiskRule = {
  ...SWITCH,
  judge: (change) => [...SWITCH.judge(change), ...(takesBack(change) ? [OFF] : [])],
};

/** The provider is removed, or provider or switch is left to a person who has to decide about it. */
function takesBack(change: Change): boolean {
  if (change.about !== "step" || change.action !== "retired") return false;
  const { step, was } = change;
  const objects = [...step.objects, ...(was?.objects ?? [])];
  const byHand = step.shape === "manual";
  const provider = objects.some(({ noun }) => noun === "CsHostingProvider") && (step.retire || byHand);
  return provider || (byHand && objects.some(({ properties }) => "SharedSipAddressSpace" in properties));
}

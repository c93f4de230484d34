import { Shell } from "../shell";
import { kind } from "./kind";

/** Exchange Server 2013 and 2016 only. */
export type UMDialPlan = {
  readonly AccessTelephoneNumbers: readonly string[];
  readonly CountryOrRegionCode: string;
  readonly NumberOfDigitsInExtension: number;
  readonly URIType: string;
  readonly VoIPSecurity: string;
};

/** Where people of a dial plan may have Exchange call. */
export type UMDialPlanCalls = {
  readonly AllowedInCountryOrRegionGroups: readonly string[];
  /** Texts of the form name,allowed number,dialled number,comment. */
  readonly ConfiguredInCountryOrRegionGroups: readonly string[];
};

export type UMMailboxPolicy = { readonly AllowedInCountryOrRegionGroups: readonly string[] };

/** What one server answers. */
export type UMServerSettings = { readonly DialPlans: readonly string[]; readonly UMStartupMode: string };

const DOCUMENT = "Configure Exchange Server Unified Messaging for Skype for Business Server voice mail";
const COMMON = {
  shape: "entity",
  shell: Shell.EXCHANGE,
  waitSeconds: 60,
  role: "UM Management or Organization Management",
} as const;

export const UM_DIAL_PLAN = kind<UMDialPlan>({
  ...COMMON,
  key: "UMDialPlan",
  noun: "UMDialPlan",
  namedBy: "Name",
  identity: "ignore-case",
  properties: {
    AccessTelephoneNumbers: { compare: "set" },
    CountryOrRegionCode: { compare: "exact" },
    NumberOfDigitsInExtension: { compare: "number", createOnly: true },
    URIType: { compare: "ignore-case", createOnly: true },
    VoIPSecurity: { compare: "ignore-case" },
  },
  requiredAtCreation: ["CountryOrRegionCode", "NumberOfDigitsInExtension"],
  carried: [
    "AccessTelephoneNumbers",
    "CountryOrRegionCode",
    "DefaultLanguage",
    "FaxEnabled",
    "GenerateUMMailboxPolicy",
    "NumberOfDigitsInExtension",
    "URIType",
    "VoIPSecurity",
  ],
  risk: { level: "low", reason: "a dial plan that no server answers until it is told to" },
  undo: {
    possible: "yes",
    how: "the dial plan is removed if this runbook created it, otherwise its captured values are set again; not while servers, mailbox policies or hunt groups have it",
  },
  sources: ["PS:New-UMDialPlan", "PS:Set-UMDialPlan", "PS:Get-UMDialPlan", "PS:Remove-UMDialPlan", DOCUMENT],
});

/** New- takes no groups of numbers: they are a change of the dial plan that is there. */
export const UM_DIAL_PLAN_CALLS = kind<UMDialPlanCalls>({
  ...COMMON,
  key: "UMDialPlan-calls",
  noun: "UMDialPlan",
  namedBy: "Name",
  identity: "ignore-case",
  createdByHand: true,
  notCreated: "the step before it makes the dial plan",
  properties: {
    AllowedInCountryOrRegionGroups: { compare: "set-ignore-case" },
    ConfiguredInCountryOrRegionGroups: { compare: "set-ignore-case" },
  },
  carried: ["AllowedInCountryOrRegionGroups", "ConfiguredInCountryOrRegionGroups"],
  risk: { level: "medium", reason: "people may have Exchange call numbers that cost money" },
  undo: { possible: "yes", how: "the groups that were there are set again" },
  sources: ["PS:Set-UMDialPlan", "PS:Get-UMDialPlan", DOCUMENT],
});

export const UM_MAILBOX_POLICY = kind<UMMailboxPolicy>({
  ...COMMON,
  key: "UMMailboxPolicy",
  noun: "UMMailboxPolicy",
  namedBy: "Name",
  identity: "ignore-case",
  createdByHand: true,
  notCreated: "New-UMDialPlan makes one for its dial plan",
  properties: { AllowedInCountryOrRegionGroups: { compare: "set-ignore-case" } },
  carried: ["AllowedInCountryOrRegionGroups"],
  risk: { level: "medium", reason: "people may have Exchange call numbers that cost money" },
  undo: { possible: "yes", how: "the groups that were there are set again" },
  sources: ["PS:Set-UMMailboxPolicy", "PS:Get-UMMailboxPolicy", DOCUMENT],
});

const ANSWERED = {
  DialPlans: { compare: "set-ignore-case" },
  UMStartupMode: { compare: "ignore-case" },
} as const;

export const UM_SERVICE = kind<UMServerSettings>({
  ...COMMON,
  key: "UMService",
  noun: "UMService",
  namedBy: "Name",
  identity: "ignore-case",
  createdByHand: true,
  properties: ANSWERED,
  carried: ["DialPlans", "UMStartupMode"],
  risk: { level: "medium", reason: "the server answers calls of exactly these dial plans" },
  undo: {
    possible: "yes",
    how: "the dial plans and the mode that were there are set again; then the service restarts",
  },
  sources: ["PS:Set-UMService", "PS:Get-UMService", DOCUMENT],
});

export const UM_CALL_ROUTER = kind<UMServerSettings>({
  ...COMMON,
  key: "UMCallRouterSettings",
  noun: "UMCallRouterSettings",
  identity: "ignore-case",
  createdByHand: true,
  perServer: true,
  properties: ANSWERED,
  carried: ["DialPlans", "UMStartupMode"],
  risk: { level: "medium", reason: "the server hands on calls of exactly these dial plans" },
  undo: {
    possible: "yes",
    how: "the dial plans and the mode that were there are set again; then the service restarts",
  },
  sources: ["PS:Set-UMCallRouterSettings", "PS:Get-UMCallRouterSettings", DOCUMENT],
});

import { GlossaryEntry } from "../glossary-entry";

const APPLICATION = '"Application-based authentication in Teams PowerShell Module"';

/** What the cmdlets of the MicrosoftTeams module answer. */
export const TEAMS: readonly GlossaryEntry[] = [
  {
    code: "Teams PowerShell 403",
    names: [
      "403",
      "HTTP 403",
      "Access Denied",
      "Access Denied. Provide different credential or request access",
      "[Forbidden] : Access Denied",
    ],
    title: "The Teams service refuses the call of a cmdlet",
    meaning:
      "The sign-in worked, and the account may not do this. The role in the token decides what a session may do.",
    causes: [
      "The person or the application lacks the directory role (Teams Administrator), or got it after the sign-in.",
      "Signed in as an application: the cmdlet does not support it.",
    ],
    next: [
      "Get-CsTenant: does a read work at all?",
      "The roles of the account in the tenant; then Disconnect-MicrosoftTeams and Connect-MicrosoftTeams",
      "Sign in as a person, and call again",
    ],
    sources: [APPLICATION, "Answers of the module's owners to issues 9929 and 10539 of office-docs-powershell"],
    unconfirmed: ["No document lists the message; that a role counts from the next sign-in on is a conclusion."],
  },
  {
    code: "This scenario is not supported anymore",
    names: ["not supported anymore", "scenario is not supported"],
    title: "The Teams service does not take this call in this form",
    meaning:
      "The message goes on: try with the latest Teams PowerShell module version or different parameter sets or refreshing " +
      "Connect-MicrosoftTeams. Reported for Set-CsTenantFederationConfiguration -SharedSipAddressSpace $false.",
    causes: ["The message names three: an old module, a set of parameters that was withdrawn, an old session."],
    next: [
      "Get-Module MicrosoftTeams -ListAvailable | fl Version: this library asks for 6.2.1 or newer",
      "Disconnect-MicrosoftTeams, Connect-MicrosoftTeams, and call again",
      "(Get-CsTenantFederationConfiguration).SharedSipAddressSpace: see what the tenant has, never trust the absence of an error",
    ],
    sources: [],
    unconfirmed: [
      "It stands in reports of users alone (issues 9881 and 9911 of OfficeDocs-SkypeForBusiness); none says what helped.",
    ],
  },
];

import { planChanges } from "../../../lib/review/terraform/plan-changes";
import { TerraformPart } from "../../../lib/review/diff";
import { synthContoso } from "../../instruments/contoso";
import { Workspace } from "../../instruments/terraform";
import { told } from "./stacks";

describe("a plan of the real Terraform", () => {
  const workspace = new Workspace(synthContoso().stackDir);
  const read = (): TerraformPart => {
    return planChanges({ path: "plan.json", text: JSON.stringify(workspace.plan().document) });
  };

  beforeAll(() => {
    workspace.init();
  });

  test("of a first apply creates the cloud's resources and counts the mirrors", () => {
    const part = read();
    expect(told(part)).toEqual([
      "added azuread_application.contoso-hybrid-automation",
      "added azuread_application_certificate.contoso-hybrid-automation",
      "added azuread_directory_role.Teams_Administrator",
      "added azuread_directory_role_assignment.contoso-hybrid-automation",
      "added azuread_group.contoso-hybrid-pilot",
      "added azuread_service_principal.contoso-hybrid-automation",
    ]);
    expect(part.noise).toEqual(["11 declared objects of PowerShell steps: 11 added; told with their steps"]);
    expect(part.changes[1]?.values).toContainEqual({ name: "value", before: undefined, after: "(sensitive)" });
    workspace.apply();
  });

  test("tells a changed description, a change by hand, and partners only as noise", () => {
    const allowed = ["fabrikam.com", "northwindtraders.com"];
    workspace.replace(synthContoso({ groupDescription: "Another.", allowed }).stackDir);
    const application = workspace.show().resources.find(({ type }) => type === "azuread_application");
    const id = application?.values.id as string;
    workspace.changeByHand({ method: "PATCH", type: "azuread_application", id, values: { display_name: "By hand" } });
    const part = read();
    expect(told(part)).toEqual([
      "changed azuread_application.contoso-hybrid-automation",
      "changed azuread_group.contoso-hybrid-pilot",
    ]);
    expect(
      part.changes.map(({ values }) => values.map(({ name, after }) => `${name}: ${JSON.stringify(after)}`)),
    ).toEqual([['display_name: "contoso-hybrid-automation"'], ['description: "Another."']]);
    expect(part.noise).toEqual([
      "3 declared objects of PowerShell steps: 2 added, 1 changed; told with their steps",
      "changed outside of Terraform: azuread_application.contoso-hybrid-automation",
    ]);
  });
});

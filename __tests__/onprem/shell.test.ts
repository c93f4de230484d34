import { openingLines, Shell, shellFacts } from "../../lib/onprem/shell";
import { checkCall } from "../instruments/powershell";

describe("the Graph shell", () => {
  test.each([
    ["commercial", "Connect-MgGraph -Scopes 'Application.ReadWrite.All'"],
    ["gcc", "Connect-MgGraph -Scopes 'Application.ReadWrite.All'"],
    ["gcc-high", "Connect-MgGraph -Scopes 'Application.ReadWrite.All' -Environment USGov"],
    ["dod", "Connect-MgGraph -Scopes 'Application.ReadWrite.All' -Environment USGovDoD"],
    ["china-21vianet", "Connect-MgGraph -Scopes 'Application.ReadWrite.All' -Environment China"],
  ])("is signed in to the cloud %s by its environment", (cloud, line) => {
    expect(openingLines(Shell.GRAPH, cloud)).toEqual([
      "Import-Module Microsoft.Graph.Applications",
      line,
      "Get-MgContext",
    ]);
  });

  test("is known by a cmdlet of its own, and signed in with parameters that exist", () => {
    expect(shellFacts(Shell.GRAPH)).toMatchObject({ marker: "Get-MgServicePrincipal", actor: "tenant administrator" });
    expect(checkCall("graph", "Microsoft.Graph.Applications\\Get-MgServicePrincipal", [])).toEqual([]);
    expect(checkCall("graph", "Connect-MgGraph", ["Scopes", "TenantId", "Environment"])).toEqual([]);
    expect(checkCall("graph", "Connect-MgGraph", ["TeamsEnvironmentName"])).not.toEqual([]);
  });
});

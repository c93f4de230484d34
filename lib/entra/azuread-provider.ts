import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { TerraformDataSource, TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
import { IConstruct } from "constructs";

/** What the provider calls the clouds beside the commercial one. */
const ENVIRONMENTS: Readonly<Record<string, string>> = {
  "gcc-high": "usgovernmentl4",
  dod: "usgovernmentl5",
  "china-21vianet": "china",
};

/**
 * Declares the azuread provider when the stack uses it and nobody declared one. The user's own, declared at any place in
 * main.ts, is respected: this runs last.
 *
 * @param cloud name of the tenant's cloud
 * @returns whether one was added
 */
export function ensureAzureadProvider(stack: TerraformStack, cloud = "commercial"): boolean {
  const constructs = stack.node.findAll();
  if (constructs.some(isAzureadProvider) || !constructs.some(usesAzuread)) return false;
  const environment = ENVIRONMENTS[cloud];
  new AzureadProvider(stack, "azuread", environment === undefined ? {} : { environment });
  return true;
}

function isAzureadProvider(construct: IConstruct): boolean {
  return TerraformProvider.isTerraformProvider(construct) && providerOf(construct) === "azuread";
}

function usesAzuread(construct: IConstruct): boolean {
  const isUser =
    TerraformResource.isTerraformResource(construct) || TerraformDataSource.isTerraformDataSource(construct);
  return isUser && providerOf(construct) === "azuread";
}

function providerOf(element: TerraformResource | TerraformDataSource | TerraformProvider): string | undefined {
  return element.terraformGeneratorMetadata?.providerName;
}

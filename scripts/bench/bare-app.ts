/**
 * Writes the program that somebody without this library would have written for the same Terraform: the typed azuread
 * resources by deep path, everything else as an override, each `terraform_data` through a subclass with the same `input`
 * (cdktf's own class for it starts `terraform version` once per construct). It is made from what the library wrote, so that
 * it stays the same deployment when main.ts grows; whoever runs it compares its output.
 */

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

type Blocks = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

export interface TerraformJson {
  readonly terraform: { readonly backend: { readonly local: JsonObject } };
  readonly provider: { readonly azuread: readonly [JsonObject] };
  readonly resource: Blocks;
  readonly data: Blocks;
}

/** cdktf's note on where a resource comes from: construct paths, which differ between two programs. */
const METADATA = "//";

/**
 * @param terraform cdk.tf.json as the library wrote it
 * @returns a program; its argument is a number of partners, each added as one `terraform_data`
 */
export function bareApp(terraform: TerraformJson): string {
  const { resource, data, provider, terraform: settings, ...others } = terraform;
  const managed = elements(resource).filter(({ type }) => type !== "terraform_data");
  const read = elements(data).map((element) => ({ ...element, type: `data_${element.type}` }));
  const typed = [...managed, ...read];
  const types = [...new Set(typed.map(({ type }) => type))];
  return [
    'const { App, LocalBackend, TerraformResource, TerraformStack } = require("cdktf");',
    'const { AzureadProvider } = require("@cdktf/provider-azuread/lib/provider");',
    ...types.map(
      (type) => `const { ${className(type)} } = require("@cdktf/provider-azuread/lib/${folderName(type)}");`,
    ),
    'const { partners } = require("./partner-names.js");',
    DECLARED,
    "const app = new App();",
    'const stack = new TerraformStack(app, "contoso");',
    `new LocalBackend(stack, ${written(settings.backend.local)});`,
    `new AzureadProvider(stack, "azuread", ${written(provider.azuread[0])});`,
    ...typed.map(({ type, name, body }) => {
      const id = JSON.stringify(`${type}-${name}`);
      return `new ${className(type)}(stack, ${id}, ${written(body)}).overrideLogicalId(${JSON.stringify(name)});`;
    }),
    ...elements({ terraform_data: resource.terraform_data ?? {} }).map(
      ({ name, body }) => `new Declared(stack, ${JSON.stringify(name)}, ${JSON.stringify(body.input)});`,
    ),
    ...Object.entries(others)
      .filter(([section]) => section !== METADATA)
      .map(([section, body]) => `stack.addOverride(${JSON.stringify(section)}, ${JSON.stringify(body)});`),
    PARTNERS,
    "app.synth();",
    "",
  ].join("\n");
}

/** The same Terraform, whoever wrote it. */
export function withoutMetadata(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMetadata);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== METADATA);
  return Object.fromEntries(kept.map(([key, of]) => [key, withoutMetadata(of)]));
}

const DECLARED = `class Declared extends TerraformResource {
  constructor(scope, name, input) {
    super(scope, name, { terraformResourceType: "terraform_data" });
    this.input = input;
    this.overrideLogicalId(name);
  }
  synthesizeAttributes() {
    return { input: this.input };
  }
}`;

const PARTNERS = `for (const identity of partners(Number(process.argv[2] ?? "0"))) {
  new Declared(stack, \`declared_CsAllowedDomain_\${identity.replace(".", "_")}\`, {
    noun: "CsAllowedDomain",
    identity,
    settings: {},
    script: "20-federate/domain-lists.edge.ps1",
    run: "not run",
  });
}`;

interface Element {
  readonly type: string;
  readonly name: string;
  readonly body: JsonObject;
}

function elements(blocks: Blocks = {}): Element[] {
  return Object.entries(blocks).flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => ({ type, name, body })),
  );
}

/** Settings as the bindings take them: their names in camel case. */
function written(body: JsonObject): string {
  return JSON.stringify(camelCased(body));
}

function camelCased(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(camelCased);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== METADATA);
  return Object.fromEntries(kept.map(([key, of]) => [camelCase(key), camelCased(of)]));
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `data_azuread_domains` is DataAzureadDomains, `azuread_group` is Group. */
function className(type: string): string {
  const name = camelCase(type.replace(/^azuread_/, ""));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function folderName(type: string): string {
  return type.replace(/^azuread_/, "").replaceAll("_", "-");
}

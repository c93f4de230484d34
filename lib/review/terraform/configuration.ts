import { Reader, ShapeProblem } from "../../runbook/json-shape";
import { blocks, labelled, LabelledBlock, oneBlock } from "./declared-blocks";
import { Attributes, isSecretName, own } from "./shown-value";

/** Something with an address. */
export interface Declared {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly attributes: Attributes;
  /** None of its values is shown, whatever they are called. */
  readonly isSecret?: boolean;
}

export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Blocks that do nothing in the cloud by themselves. */
export const QUIET = ["data", "check", "output"] as const;
export type Quiet = (typeof QUIET)[number];

/** A stack's cdk.tf.json. */
export interface Configuration {
  readonly resources: ReadonlyMap<string, Declared>;
  readonly moves: readonly Move[];
  /** Addresses that Terraform lets go of and leaves standing. */
  readonly released: ReadonlySet<string>;
  /** Ids by the address that takes over what exists. */
  readonly imported: ReadonlyMap<string, string>;
  /** Backend, providers, variables, modules: what decides how and where everything else is done. */
  readonly settings: ReadonlyMap<string, Declared>;
  readonly quiet: Readonly<Record<Quiet, ReadonlyMap<string, Attributes>>>;
}

/** A data source that starts a program whenever a plan is made. */
const RUNS_A_PROGRAM = "external";

export const configuration: Reader<Configuration> = (value, place) => {
  const top = oneBlock(value, place === "" ? "it" : place);
  const data = twice(labelled(own(top, "data"), "data"));
  const quietData = data.filter(({ type }) => type !== RUNS_A_PROGRAM);
  const programs = data.filter(({ type }) => type === RUNS_A_PROGRAM);
  return {
    resources: byAddress(twice(labelled(own(top, "resource"), "resource"))),
    moves: blocks(own(top, "moved"), "moved").map(move),
    released: new Set(blocks(own(top, "removed"), "removed").filter(isReleased).map(from)),
    imported: new Map(blocks(own(top, "import"), "import").map((block) => [textOf(block, "to"), textOf(block, "id")])),
    settings: byAddress([
      ...programs.map((program) => ({ ...program, address: `data.${program.address}` })),
      ...terraformSettings(own(top, "terraform")),
      ...labelled(own(top, "provider"), "provider").flatMap(providerSettings),
      ...Object.entries(top).flatMap(otherSettings),
    ]),
    quiet: {
      data: new Map(quietData.map(({ address, attributes }) => [`data.${address}`, attributes])),
      check: named(own(top, "check"), "check"),
      output: named(own(top, "output"), "output"),
    },
  };
};

/** Blocks with two labels: type and name. */
function twice(types: readonly LabelledBlock[]): Declared[] {
  return types.flatMap(({ label: type, value, place }) =>
    labelled(value, place).map(({ label: name, value: body, place: inner }) => {
      return { address: `${type}.${name}`, type, name, attributes: oneBlock(body, inner) };
    }),
  );
}

function named(value: unknown, place: string): ReadonlyMap<string, Attributes> {
  return new Map(labelled(value, place).map((block) => [block.label, oneBlock(block.value, block.place)]));
}

function byAddress(all: readonly Declared[]): ReadonlyMap<string, Declared> {
  const found = new Map<string, Declared>();
  for (const declared of all) {
    // Terraform refuses it as well; the second one must not hide behind the first.
    if (found.has(declared.address)) throw new ShapeProblem(declared.address, "is declared twice");
    found.set(declared.address, declared);
  }
  return found;
}

function terraformSettings(value: unknown): Declared[] {
  return blocks(value, "terraform").flatMap(({ backend, required_providers: providers, cloud, ...rest }) => [
    ...labelled(backend, "terraform.backend").map((block) =>
      setting("backend", "backend", { kind: block.label, ...oneBlock(block.value, block.place) }),
    ),
    ...blocks(cloud, "terraform.cloud").map((block) => setting("backend", "backend", { kind: "cloud", ...block })),
    ...labelled(providers, "terraform.required_providers").map(({ label, value: wanted }) =>
      setting(
        `required_providers.${label}`,
        "provider",
        typeof wanted === "string" ? { version: wanted } : bag(wanted),
      ),
    ),
    ...(Object.keys(rest).length === 0 ? [] : [setting("terraform", "terraform", rest)]),
  ]);
}

function providerSettings({ label, value, place }: LabelledBlock): Declared[] {
  return blocks(value, place).map((block) => {
    const alias = own(block, "alias");
    return setting(typeof alias === "string" ? `provider.${label}.${alias}` : `provider.${label}`, "provider", block);
  });
}

const READ_ELSEWHERE = new Set(["resource", "moved", "removed", "import", "terraform", "provider", ...QUIET]);

/** Variables, locals, modules, and whatever a later Terraform knows: nothing is dropped without a word. */
function otherSettings([kind, value]: readonly [string, unknown]): Declared[] {
  if (READ_ELSEWHERE.has(kind)) return [];
  const prefix = kind === "locals" ? "local" : kind;
  return labelled(value, kind).map(({ label, value: body }) => {
    const attributes = bag(body);
    // The default of a variable is not called like the variable.
    const isSecret = isSecretName(label) || own(attributes, "sensitive") === true;
    return { ...setting(`${prefix}.${label}`, prefix, attributes), isSecret };
  });
}

function setting(address: string, type: string, attributes: Attributes): Declared {
  return { address, type, name: address, attributes };
}

function bag(value: unknown): Attributes {
  const isBlock = typeof value === "object" && value !== null && !Array.isArray(value);
  return isBlock ? oneBlock(value, "") : { value };
}

function move(block: Attributes): Move {
  return { from: from(block), to: textOf(block, "to") };
}

function from(block: Attributes): string {
  return textOf(block, "from");
}

function isReleased(block: Attributes): boolean {
  const lifecycle = blocks(own(block, "lifecycle"), "removed.lifecycle");
  return lifecycle.some((entry) => own(entry, "destroy") === false);
}

/** An address is written as a reference, or as the text of one. */
function textOf(block: Attributes, name: string): string {
  const value = own(block, name);
  if (typeof value !== "string") throw new ShapeProblem(name, "must be a text");
  return value.replace(/^\$\{(.*)\}$/s, "$1");
}

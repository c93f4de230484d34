import { ParameterReference } from "../values/parameter-reference";

/** What a property of a declared object may hold. There is no secret among them. */
export type PsValue = string | number | boolean | readonly string[] | ParameterReference;
export type Bag = Readonly<Record<string, PsValue>>;

/** What a room may declare: the value, or for a text the parameter that will hold it. */
export type Declared<P extends Bag> = {
  readonly [K in keyof P]?: P[K] | (string extends P[K] ? ParameterReference : never) | undefined;
};

export function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

export function isParameter(value: PsValue | undefined): value is ParameterReference {
  return typeof value === "object" && !isList(value);
}

/** A parameter where people read a value. */
export function parameterWords({ parameter }: ParameterReference): string {
  return `parameter ${parameter}`;
}

/** Names of the parameters in these bags, each once and in order. */
export function parameterNames(objects: readonly { readonly properties: Bag }[]): string[] {
  const values = objects.flatMap(({ properties }) => Object.values(properties));
  return [...new Set(values.filter(isParameter).map(({ parameter }) => parameter))].sort();
}

/** What the tests need of js-yaml, which brings no types. */
declare module "js-yaml" {
  /** @throws when the text is no YAML, or names one key twice */
  export function load(text: string): unknown;
}

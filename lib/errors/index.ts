/**
 * Every text this library throws. Each names the field, the value, the reason and the next move.
 */
export { HybridError } from "./hybrid-error";
export * from "./commands";
export * from "./deployment";
export * from "./exchange";
export * from "./files";
export * from "./parameters";
export * from "./rooms";
export * from "./sign-in";
export * from "./steps";
export * from "./trust";
export * from "./values";

import { ScriptCommand, ScriptReport, ScriptValue } from "../instruments/powershell";

const CREATE_ONLY = ["ApplicationIdentifier", "MetadataUrl", "ProxyFqdn"];

/** Parameters as written, and what the splatted hashtable will bring: for a creation everything that is declared. */
export function namesOf(report: ScriptReport, call: ScriptCommand): string[] {
  const written = call.parameters.map(({ name }) => name);
  if (!call.splats.includes("values")) return written;
  const desired = Object.keys(declared(report, "desired")).filter((name) => name !== "Identity");
  // What a change writes is a part of what is declared; that these are none of it is the createOnly of their rows.
  const isChange = call.block?.key === "Change";
  const kept = desired.filter((name) => !(isChange && CREATE_ONLY.includes(name)));
  return [...written, ...kept.map((name) => (name === "AllowedDomains" ? "AllowedDomainsAsAList" : name))];
}

function declared(report: ScriptReport, name: string): Readonly<Record<string, ScriptValue>> {
  const value = report.assignments.find((assignment) => assignment.name === name)?.value;
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, ScriptValue>)
    : {};
}

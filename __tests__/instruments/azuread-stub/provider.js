"use strict";
// The calls of the provider protocol.
const { isUnknown, hasUnknown, pack, unpack, conformBlock, canonical } = require("./cty");
const { wireSchema, wireMap } = require("./schema");
const { planChange } = require("./plan");
const { resources, dataSources, UUID } = require("./behaviour");

const diag = (severity, summary, detail = "", ...path) => ({
  severity,
  summary,
  detail,
  attribute: path.length
    ? { steps: path.map((p) => (typeof p === "number" ? { element_key_int: p } : { attribute_name: p })) }
    : undefined,
});
const error = (...a) => diag("ERROR", ...a);

function valuesAt(value, path) {
  let at = [[value, []]];
  for (const step of path) {
    at = at.flatMap(([v, p]) => {
      const list = Array.isArray(v) ? v.map((e, i) => [e, [...p, i]]) : [[v, p]];
      return list.filter(([e]) => e && typeof e === "object" && !isUnknown(e)).map(([e, q]) => [e[step], [...q, step]]);
    });
  }
  return at.filter(([v]) => v !== null && v !== undefined && !isUnknown(v));
}

class StubProvider {
  constructor(schema, openTenant) {
    Object.assign(this, { schema, openTenant, tenant: openTenant() });
    this.wire = {
      provider: wireSchema(schema.provider),
      resource_schemas: wireMap(schema.resource_schemas),
      data_source_schemas: wireMap(schema.data_source_schemas),
      server_capabilities: { get_provider_schema_optional: true },
    };
  }

  GetSchema() {
    return this.wire;
  }
  PrepareProviderConfig(r) {
    return { prepared_config: r.config };
  }
  Configure() {
    this.tenant = this.openTenant();
    return {};
  }
  Stop() {
    return {};
  }

  ValidateResourceTypeConfig(r) {
    const config = unpack(r.config);
    const rules = resources[r.type_name] || {};
    const diagnostics = [];
    const given = (n) =>
      !(config[n] === null || config[n] === undefined || (Array.isArray(config[n]) && config[n].length === 0));
    for (const name of rules.uuid || []) {
      for (const [v] of valuesAt(config, [name]))
        if (!UUID.test(v)) diagnostics.push(error(`expected "${name}" to be a valid UUID, got ${v}`, "", name));
    }
    for (const [dotted, allowed] of Object.entries(rules.oneOf || {})) {
      for (const [v, path] of valuesAt(config, dotted.split("."))) {
        for (const one of Array.isArray(v) ? v : [v]) {
          if (!isUnknown(one) && !allowed.includes(one))
            diagnostics.push(
              error(
                `expected ${dotted} to be one of [${allowed.map((a) => `"${a}"`).join(" ")}], got ${one}`,
                "",
                ...path,
              ),
            );
        }
      }
    }
    for (const group of rules.conflicts || []) {
      const set = group.filter(given);
      if (set.length > 1)
        diagnostics.push(
          error(
            "Conflicting configuration arguments",
            `"${set[0]}": conflicts with ${set.slice(1).join(", ")}`,
            set[0],
          ),
        );
    }
    if (rules.atLeastOne && !rules.atLeastOne.some(given))
      diagnostics.push(
        error("Missing required argument", `one of \`${rules.atLeastOne.join(",")}\` must be specified`),
      );
    return { diagnostics };
  }
  ValidateDataSourceConfig() {
    return {};
  }

  UpgradeResourceState(r) {
    const state = JSON.parse(r.raw_state.json.toString("utf8"));
    return { upgraded_state: pack(conformBlock(this.schema.resource_schemas[r.type_name].block, state)) };
  }

  ReadResource(r) {
    const current = unpack(r.current_state);
    const stored = this.tenant.get(r.type_name, current.id);
    if (!stored) return { new_state: pack(null) };
    // What the service does not return (a certificate's bytes, flags of the provider itself) stays as it was.
    const merged = { ...current };
    for (const [k, v] of Object.entries(stored)) if (v !== null) merged[k] = v;
    return {
      new_state: pack(conformBlock(this.schema.resource_schemas[r.type_name].block, merged)),
      private: r.private,
    };
  }

  PlanResourceChange(r) {
    const { planned, replace } = planChange(
      this.schema.resource_schemas[r.type_name],
      resources[r.type_name],
      unpack(r.prior_state),
      unpack(r.proposed_new_state),
      unpack(r.config),
    );
    return {
      planned_state: pack(planned),
      planned_private: r.prior_private,
      requires_replace: replace.map((attribute_name) => ({ steps: [{ attribute_name }] })),
      legacy_type_system: true, // as azuread answers: Terraform then tolerates defaults the schema does not announce
    };
  }

  ApplyResourceChange(r) {
    const type = r.type_name;
    const rules = resources[type];
    const prior = unpack(r.prior_state);
    const planned = unpack(r.planned_state);
    const answer = (state) => ({ new_state: pack(state), private: r.planned_private, legacy_type_system: true });
    if (planned === null) {
      if (!rules.keepOnDelete) this.tenant.delete(type, prior.id);
      return answer(null);
    }
    if (prior !== null) {
      const values = this.#complete(type, planned);
      this.tenant.patch(type, values.id, values);
      return answer(values);
    }
    try {
      return answer(this.#create(type, rules, planned));
    } catch (e) {
      return { ...answer(null), diagnostics: [error(e.message)] };
    }
  }
  #create(type, rules, planned) {
    const existing = rules.existing?.(planned, this.tenant);
    if (existing && rules.takeOver && !planned[rules.takeOver]) {
      throw new Error(
        `A resource with the ID "${existing.object_id}" already exists - to be managed via Terraform this resource needs to be imported into the State.`,
      );
    }
    const identity = canonical(
      rules.natural ? rules.natural.map((n) => planned[n]) : Object.entries(planned).filter(([, v]) => !hasUnknown(v)),
    );
    const uuid = (role) => this.tenant.uuid(type, identity, role);
    const values = Object.fromEntries(
      Object.entries(planned).map(([k, v]) => [k, isUnknown(v) ? (existing?.[k] ?? null) : v]),
    );
    const refusal = rules.refuse?.(values, this.tenant);
    if (refusal) throw new Error(refusal);
    for (const k of rules.uuids || []) values[k] ??= uuid(k);
    Object.assign(values, rules.derive?.(values, this.tenant));
    values.id = existing?.id ?? rules.id?.(values, uuid("id")) ?? uuid("id");
    const whole = this.#complete(type, values);
    if (existing) this.tenant.patch(type, whole.id, whole);
    else this.tenant.post(type, whole.id, whole, identity);
    return whole;
  }
  // The shape of the schema; what is still unknown ends as null.
  #complete(type, values) {
    const settle = (v) => {
      if (isUnknown(v)) return null;
      if (Array.isArray(v)) return v.map(settle);
      if (v && typeof v === "object") return Object.fromEntries(Object.entries(v).map(([k, e]) => [k, settle(e)]));
      return v;
    };
    return settle(conformBlock(this.schema.resource_schemas[type].block, values));
  }

  ValidateDataSourceConfig() {
    return {};
  }

  ReadDataSource(r) {
    const type = r.type_name;
    const config = unpack(r.config);
    let found;
    try {
      found = (dataSources[type].answer ?? this.#lookUp(type))(config, this.tenant);
    } catch (e) {
      return { state: pack(null), diagnostics: [error(e.message)] };
    }
    const values = { ...config };
    for (const [k, v] of Object.entries(found)) if (k in values) values[k] ??= v;
    values.id ??= this.tenant.uuid(type, canonical(config), "id");
    return { state: pack(conformBlock(this.schema.data_source_schemas[type].block, values)) };
  }
  #lookUp(type) {
    return (config, tenant) => {
      const { by } = dataSources[type];
      const noun = type.replace("azuread_", "").replaceAll("_", " ");
      const wanted = by.filter((k) => config[k] !== null);
      if (!wanted.length) throw new Error(`one of \`${by.join(",")}\` must be specified`);
      const hits = tenant.all(type).filter((o) => wanted.every((k) => o[k] === config[k]));
      const label = wanted.map((k) => `${k} ${JSON.stringify(config[k])}`).join(", ");
      if (!hits.length) throw new Error(`No ${noun} found with ${label}`);
      if (hits.length > 1) throw new Error(`Found multiple ${noun}s with ${label}`);
      return hits[0];
    };
  }
}
module.exports = { StubProvider };

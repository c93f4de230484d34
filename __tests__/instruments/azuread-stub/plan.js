"use strict";
// How a change is planned: defaults are filled in, what the provider will decide is unknown on
// creation and carried over on update, and an update that changes nothing plans nothing.
const { UNKNOWN, isUnknown, same, blockType } = require("./cty");

const unset = (v) => v === null || v === undefined;

function fill(block, prior, proposed, config, defaults = {}) {
  const out = {};
  for (const [name, attr] of Object.entries(block.attributes || {})) {
    const set = config ? config[name] : null;
    let v = proposed ? proposed[name] : null;
    if (unset(set) && !unset(defaults[name])) v = defaults[name];
    else if (unset(set) && attr.computed) v = prior ? prior[name] : UNKNOWN;
    out[name] = v ?? null;
  }
  for (const [name, nested] of Object.entries(block.block_types || {})) {
    const v = proposed ? proposed[name] : null;
    if (isUnknown(v)) {
      out[name] = v;
      continue;
    }
    if (nested.nesting_mode === "list") {
      out[name] = (v || []).map((e, i) => fill(nested.block, prior?.[name]?.[i], e, config?.[name]?.[i]));
    } else if (nested.nesting_mode === "set") {
      // The core has already paired set elements with prior ones and copied what was computed.
      const known = prior?.[name] || [];
      out[name] = (v || []).map((e) =>
        fill(
          nested.block,
          known.find((k) => same(k, e, blockType(nested.block))),
          e,
          e,
        ),
      );
    } else {
      out[name] = unset(v) ? null : fill(nested.block, prior?.[name], v, config?.[name]);
    }
  }
  return out;
}

function planChange(schema, rules, prior, proposed, config) {
  if (proposed === null) return { planned: null, replace: [] }; // destroy
  const block = schema.block;
  const planned = fill(block, prior, proposed, config, rules.defaults);
  if (prior === null) return { planned, replace: [] }; // create
  const types = blockType(block)[1];
  const differs = (name) => !same(prior[name], planned[name], types[name]);
  if (!Object.keys(types).some(differs)) return { planned: prior, replace: [] };
  return { planned, replace: (rules.forceNew || []).filter(differs) };
}

module.exports = { planChange };

"use strict";
// A schema (in the form `terraform providers schema -json` prints) as it goes over the wire.
const NESTING = { single: 1, list: 2, set: 3, map: 4, group: 5 };

function wireBlock(block) {
  return {
    attributes: Object.keys(block.attributes || {})
      .sort()
      .map((name) => {
        const a = block.attributes[name];
        return {
          name,
          type: Buffer.from(JSON.stringify(a.type)),
          required: !!a.required,
          optional: !!a.optional,
          computed: !!a.computed,
          sensitive: !!a.sensitive,
        };
      }),
    block_types: Object.keys(block.block_types || {})
      .sort()
      .map((name) => {
        const n = block.block_types[name];
        return {
          type_name: name,
          block: wireBlock(n.block),
          nesting: NESTING[n.nesting_mode],
          min_items: n.min_items || 0,
          max_items: n.max_items || 0,
        };
      }),
  };
}
const wireSchema = (s) => ({ version: s.version || 0, block: wireBlock(s.block) });
const wireMap = (m) => Object.fromEntries(Object.entries(m || {}).map(([k, v]) => [k, wireSchema(v)]));

module.exports = { wireSchema, wireMap };

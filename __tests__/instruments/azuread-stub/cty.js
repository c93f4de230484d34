"use strict";
// Terraform values on the wire: msgpack, where extension 0 (or 12, refined) means "unknown".
const { encode, decode, ExtensionCodec } = require("@msgpack/msgpack");

class Unknown {
  toJSON() {
    return "(unknown)";
  }
}
const UNKNOWN = new Unknown();
const isUnknown = (v) => v instanceof Unknown;

const codec = new ExtensionCodec();
codec.register({ type: 0, encode: (v) => (isUnknown(v) ? new Uint8Array([0]) : null), decode: () => UNKNOWN });
codec.register({ type: 12, encode: () => null, decode: () => UNKNOWN });

const pack = (value) => ({
  msgpack: Buffer.from(encode(value === undefined ? null : value, { extensionCodec: codec })),
});

function unpack(dynamic) {
  if (!dynamic) return null;
  if (dynamic.msgpack && dynamic.msgpack.length) return decode(dynamic.msgpack, { extensionCodec: codec });
  if (dynamic.json && dynamic.json.length) return JSON.parse(dynamic.json.toString("utf8"));
  return null;
}

// --- types -----------------------------------------------------------------------------------
const kind = (type) => (Array.isArray(type) ? type[0] : type);

function blockType(block) {
  const fields = {};
  for (const [name, attr] of Object.entries(block.attributes || {})) fields[name] = attr.type;
  for (const [name, nested] of Object.entries(block.block_types || {})) {
    const inner = blockType(nested.block);
    fields[name] =
      nested.nesting_mode === "single" || nested.nesting_mode === "group" ? inner : [nested.nesting_mode, inner];
  }
  return ["object", fields];
}

// Gives a value exactly the shape of its type: every object attribute present, absent ones null,
// absent nested-block collections empty.
function conform(type, value) {
  if (isUnknown(value)) return value;
  if (value === undefined || value === null) return null;
  switch (kind(type)) {
    case "object": {
      const out = {};
      for (const [name, t] of Object.entries(type[1])) out[name] = conform(t, value[name]);
      return out;
    }
    case "map":
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, conform(type[1], v)]));
    case "list":
    case "set":
      return value.map((v) => conform(type[1], v));
    default:
      return value;
  }
}
function conformBlock(block, value) {
  if (value === null || value === undefined || isUnknown(value)) return value ?? null;
  const out = {};
  for (const [name, attr] of Object.entries(block.attributes || {})) out[name] = conform(attr.type, value[name]);
  for (const [name, nested] of Object.entries(block.block_types || {})) {
    const v = value[name];
    if (isUnknown(v)) out[name] = v;
    else if (nested.nesting_mode === "list" || nested.nesting_mode === "set")
      out[name] = (v || []).map((e) => conformBlock(nested.block, e));
    else out[name] = conformBlock(nested.block, v);
  }
  return out;
}

// --- comparison ------------------------------------------------------------------------------
function canonical(v, type) {
  if (isUnknown(v)) return '"\u0000unknown"';
  if (v === null || v === undefined) return "null";
  if (Array.isArray(v)) {
    const parts = v.map((e) => canonical(e, Array.isArray(type) ? type[1] : undefined));
    if (kind(type) === "set") parts.sort();
    return `[${parts.join(",")}]`;
  }
  if (typeof v === "object") {
    const fieldType = (k) => (kind(type) === "object" ? type[1][k] : kind(type) === "map" ? type[1] : undefined);
    return `{${Object.keys(v)
      .sort()
      .map((k) => `${JSON.stringify(k)}:${canonical(v[k], fieldType(k))}`)
      .join(",")}}`;
  }
  return JSON.stringify(v);
}
const same = (a, b, type) => canonical(a, type) === canonical(b, type);

function hasUnknown(v) {
  if (isUnknown(v)) return true;
  if (Array.isArray(v)) return v.some(hasUnknown);
  return v !== null && typeof v === "object" && Object.values(v).some(hasUnknown);
}

module.exports = { UNKNOWN, isUnknown, hasUnknown, pack, unpack, kind, blockType, conformBlock, canonical, same };

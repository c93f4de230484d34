"use strict";
// Derives the provider's schema from the installed CDKTF bindings, so that nothing of the provider is stored here and
// the schema never disagrees with the bindings that synthesize the configuration. Where each fact comes from:
//   names and types of what can be set ... synthesizeHclAttributes() of the config classes
//   names and types of what is computed .. the getters (getStringAttribute('x') and so on)
//   required or optional ................. the `?` of the property in the .d.ts
// The bindings do not say whether an optional attribute is also computed, nor what is sensitive: behaviour.js does.
const fs = require("node:fs");
const path = require("node:path");
const { resources, dataSources } = require("./behaviour");

const SCALAR = { string: "string", number: "number", boolean: "bool" };
const GETTER = {
  getStringAttribute: "string",
  getNumberAttribute: "number",
  getBooleanAttribute: "bool",
  getListAttribute: ["list", "string"],
  getStringMapAttribute: ["map", "string"],
  getNumberListAttribute: ["list", "number"],
  getBooleanMapAttribute: ["map", "bool"],
  getNumberMapAttribute: ["map", "number"],
};

function classes(js) {
  const out = {};
  for (const m of js.matchAll(/^class (\w+) extends ([\w.]+) \{\n([\s\S]*?)^\}/gm))
    out[m[1]] = { name: m[1], base: m[2], body: m[3] };
  return out;
}
// snake name -> how it is read
function getters(body) {
  const out = {};
  for (const m of body.matchAll(/^ {4}get (\w+)\(\) \{\n\s*return ([\s\S]*?);\n {4}\}/gm)) {
    const call = m[2];
    let g = /(?:cdktf\.Fn\.tolist\()?this\.(get\w+Attribute)\('([^']+)'\)/.exec(call);
    if (g && GETTER[g[1]]) {
      out[g[2]] = { prop: m[1], type: call.startsWith("cdktf.Fn.tolist(") ? ["set", "string"] : GETTER[g[1]] };
      continue;
    }
    g = /^this\._(\w+)$/.exec(call);
    if (g && !m[1].endsWith("Input")) {
      const f = new RegExp(`this\\._${g[1]} = new ([\\w.]+)\\(this, "([^"]+)"(?:, (true|false))?\\)`).exec(body);
      if (f) out[f[2]] = { prop: m[1], cls: f[1], set: f[3] === "true" };
    }
  }
  return out;
}
// snake name -> {camel, isBlock, type, storage} from an HCL attribute table
function hclTable(text) {
  const out = {};
  for (const m of text.matchAll(
    /^\s+(\w+): \{\s*\n\s*value: ([\s\S]*?),\s*\n\s*isBlock: (true|false),\s*\n\s*type: "(\w+)",\s*\n\s*storageClassType: "(\w+)"/gm,
  )) {
    out[m[1]] = { value: m[2], isBlock: m[3] === "true", type: m[4], storage: m[5] };
  }
  return out;
}
const attrType = (h) => {
  const s = SCALAR[h.storage];
  if (s) return s;
  const m = /^(string|number|boolean)(List|Map|Set)$/.exec(h.storage);
  if (!m) return null;
  return [h.type === "set" ? "set" : m[2].toLowerCase(), SCALAR[m[1]]];
};
function optionality(dts, iface) {
  const m = new RegExp(`^export interface ${iface}(?: extends [^{]+)? \\{\\n([\\s\\S]*?)^\\}`, "m").exec(dts);
  const out = {};
  if (m) for (const p of m[1].matchAll(/^ {4}readonly (\w+)(\??):/gm)) out[p[1]] = p[2] === "?";
  return out;
}

function readModule(dir) {
  const js = fs.readFileSync(path.join(dir, "index.js"), "utf8");
  const dts = fs.readFileSync(path.join(dir, "index.d.ts"), "utf8");
  const all = classes(js);
  const root = Object.values(all).find((c) => /^cdktf\.Terraform(Resource|DataSource|Provider)$/.test(c.base));
  const kindOf = root.base.replace("cdktf.Terraform", "");
  const tf = /tfResourceType = "(\w+)"/.exec(js)?.[1];
  const isData = kindOf === "DataSource";
  const rules = (isData ? dataSources : resources)[tf] || {};
  const alsoComputed = (where) => (isData ? rules.by : rules.computed || []).includes(where);
  const isSensitive = (where) => !isData && (rules.sensitive || []).includes(where);

  const listElement = (cls) => all[cls] && /return new (\w+OutputReference)\(/.exec(all[cls].body)?.[1];
  const isList = (cls) => /cdktf\.(ComplexList|ComplexMap)$/.test(all[cls]?.base || "");
  // A computed object attribute: read only through getters.
  const objectType = (ref) => [
    "object",
    Object.fromEntries(Object.entries(getters(all[ref].body)).map(([n, g]) => [n, memberType(g)])),
  ];
  const memberType = (g) => {
    if (g.type) return g.type;
    if (/StringMap$/.test(g.cls)) return ["map", "string"];
    if (/BooleanMap$/.test(g.cls)) return ["map", "bool"];
    if (/NumberMap$/.test(g.cls)) return ["map", "number"];
    const ref = isList(g.cls) ? listElement(g.cls) : g.cls;
    return [g.set ? "set" : "list", objectType(ref)];
  };

  const structTable = (struct) => {
    const fn = struct[0].toLowerCase() + struct.slice(1) + "ToHclTerraform";
    const m = new RegExp(`^function ${fn}\\(struct\\) \\{\\n([\\s\\S]*?)^\\}`, "m").exec(js);
    return m ? hclTable(m[1]) : {};
  };
  function block(table, get, opt, where, top) {
    const attributes = {};
    const block_types = {};
    const camelOf = (n) => get[n]?.prop || n.replace(/_(\w)/g, (_, c) => c.toUpperCase());
    for (const [name, h] of Object.entries(table)) {
      const optional = opt[camelOf(name)] !== false;
      const scalar = attrType(h);
      if (scalar) {
        attributes[name] = { type: scalar, ...(optional ? { optional: true } : { required: true }) };
        if (optional && (alsoComputed(where + name) || (top && name === "id"))) attributes[name].computed = true;
        if (isSensitive(where + name)) attributes[name].sensitive = true;
        continue;
      }
      const struct = h.storage.replace(/(List|Map)$/, "");
      const ref = `${struct}OutputReference`;
      const inner = block(
        structTable(struct),
        getters(all[ref]?.body || ""),
        optionality(dts, struct),
        `${where}${name}.`,
        false,
      );
      const g = get[name] || {};
      const single = h.type === "struct" || (g.cls && !isList(g.cls));
      const nested = { nesting_mode: h.type === "struct" ? "single" : h.type === "set" ? "set" : "list", block: inner };
      if (single && h.type !== "struct") nested.max_items = 1;
      if (!optional) nested.min_items = 1;
      block_types[name] = nested;
    }
    for (const [name, g] of Object.entries(get)) {
      if (attributes[name] || block_types[name]) continue;
      attributes[name] = { type: memberType(g), computed: true };
      if (isSensitive(where + name)) attributes[name].sensitive = true;
    }
    return { attributes, ...(Object.keys(block_types).length ? { block_types } : {}) };
  }

  const m = /synthesizeHclAttributes\(\) \{\n([\s\S]*?)^ {4}\}/m.exec(root.body);
  const table = m ? hclTable(m[1]) : {};
  if (kindOf === "Provider") delete table.alias; // Terraform's own
  const get = kindOf === "Provider" ? {} : getters(root.body);
  const schema = {
    version: 0,
    block: block(table, get, optionality(dts, `${root.name}Config`), "", kindOf !== "Provider"),
  };
  return schema;
}

function derive() {
  const lib = path.join(path.dirname(require.resolve("@cdktf/provider-azuread/package.json")), "lib");
  const folder = (type) => type.replace(/^azuread_/, "").replaceAll("_", "-");
  const schemas = (types, prefix) =>
    Object.fromEntries(Object.keys(types).map((type) => [type, readModule(path.join(lib, prefix + folder(type)))]));
  return {
    provider: readModule(path.join(lib, "provider")),
    resource_schemas: schemas(resources, ""),
    data_source_schemas: schemas(dataSources, "data-azuread-"),
  };
}
module.exports = { derive };

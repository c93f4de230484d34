"use strict";
// The fake tenant: a fixture of what is there before Terraform, plus a journal of every change.
// Both are read again whenever Terraform configures the provider, so a test may edit them between two runs.
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

function uuidFrom(text) {
  const h = crypto.createHash("sha256").update(text).digest("hex");
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}
const readJson = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

class Tenant {
  constructor(folder) {
    this.journal = path.join(folder, "journal.jsonl");
    const own = path.join(folder, "tenant.json");
    this.fixture = { ...readJson(path.join(__dirname, "tenant.json")), ...(fs.existsSync(own) ? readJson(own) : {}) };
    this.objects = new Map(); // type -> id -> values
    this.births = new Map(); // identity -> how many times it was created
    for (const [type, records] of Object.entries(this.fixture.objects))
      for (const record of records) this.#of(type).set(record.id, record);
    if (fs.existsSync(this.journal))
      for (const line of fs.readFileSync(this.journal, "utf8").split("\n")) if (line) this.#replay(JSON.parse(line));
  }

  #of(type) {
    if (!this.objects.has(type)) this.objects.set(type, new Map());
    return this.objects.get(type);
  }
  #replay({ method, type, id, values, birth }) {
    if (birth) this.births.set(birth, (this.births.get(birth) ?? 0) + 1);
    if (method === "DELETE") this.#of(type).delete(id);
    else this.#of(type).set(id, { ...(method === "PATCH" ? this.get(type, id) : {}), ...values });
  }
  #write(change) {
    this.#replay(change);
    fs.appendFileSync(this.journal, JSON.stringify(change) + "\n");
  }
  post(type, id, values, birth) {
    this.#write({ method: "POST", type, id, values, birth });
  }
  patch(type, id, values) {
    this.#write({ method: "PATCH", type, id, values });
  }
  delete(type, id) {
    this.#write({ method: "DELETE", type, id });
  }

  get(type, id) {
    return this.#of(type).get(id) ?? null;
  }
  all(type) {
    return [...this.#of(type).values()];
  }
  find(type, test) {
    return this.all(type).find(test) ?? null;
  }
  /** Is there a user, group or service principal of this object id? */
  has(objectId, ...types) {
    return types.some((type) => this.find(type, (o) => o.object_id === objectId) !== null);
  }
  /** Ids depend on what is created, not on when: parallel applies give the same ones. */
  uuid(type, identity, role) {
    return uuidFrom([type, identity, this.births.get(identity) ?? 0, role].join("\0"));
  }
}
module.exports = { Tenant };

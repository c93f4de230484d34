"use strict";
// The provider process:  node main.js FOLDER
//   FOLDER/tenant.json    optional: top-level keys that replace those of the tenant.json beside this file
//   FOLDER/journal.jsonl  written: one line per change of the tenant
//   FOLDER/reattach.json  written once the process listens: the value of TF_REATTACH_PROVIDERS
// It serves any number of Terraform runs and ends when its standard input closes, so it never outlives its parent.
const fs = require("node:fs");
const path = require("node:path");
const grpc = require("@grpc/grpc-js");
const { loadSync } = require("@grpc/proto-loader");
const { derive } = require("./bindings");
const { Tenant } = require("./tenant");
const { StubProvider } = require("./provider");

const folder = process.argv[2];
if (!folder) throw new Error("usage: node main.js FOLDER");

process.stdin.resume().on("close", () => process.exit(0));

const provider = new StubProvider(derive(), () => new Tenant(folder));
const proto = loadSync(path.join(__dirname, "plugin5.proto"), {
  keepCase: true,
  longs: Number,
  enums: String,
  defaults: true,
  oneofs: true,
});
const { service } = grpc.loadPackageDefinition(proto).tfplugin5.Provider;

const handlers = {};
for (const name of Object.keys(service)) {
  handlers[name] = (call, done) => {
    try {
      done(null, provider[name](call.request));
    } catch (e) {
      done({ code: grpc.status.INTERNAL, message: `azuread stub, ${name}: ${e.stack}` });
    }
  };
}

const unlimited = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
const server = new grpc.Server(unlimited);
server.addService(service, handlers);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (err, port) => {
  if (err) throw err;
  const reattach = {
    "registry.terraform.io/hashicorp/azuread": {
      Protocol: "grpc",
      ProtocolVersion: 5,
      Pid: process.pid,
      Test: true, // Terraform leaves the process alone
      Addr: { Network: "tcp", String: `127.0.0.1:${port}` },
    },
  };
  const file = path.join(folder, "reattach.json");
  fs.writeFileSync(`${file}.new`, JSON.stringify(reattach));
  fs.renameSync(`${file}.new`, file); // whoever waits for it never reads half of it
});

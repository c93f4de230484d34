const fast = require("./jest.config.js");

/** Everything: the fast tier and what takes minutes. @type {import("jest").Config} */
module.exports = {
  ...fast,
  globalSetup: "<rootDir>/__tests__/instruments/full-setup.ts",
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 1_800_000,
};

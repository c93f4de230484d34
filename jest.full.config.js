const fast = require("./jest.config.js");

/** Everything: the fast tier and what takes minutes. @type {import("jest").Config} */
module.exports = { ...fast, testPathIgnorePatterns: ["/node_modules/"], testTimeout: 1_800_000 };

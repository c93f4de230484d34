/** Ends a run with the engines that were used and the counts, alone on a line. */
class CountsReporter {
  onRunComplete(_contexts, results) {
    const engines = process.env.LYNC_HYBRID_ENGINES ?? "none was prepared";
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests > 0 ? `SKIPPED: ${results.numPendingTests} tests did not run\n` : "";
    // jest adds its own summary after every other reporter; these lines are the last ones.
    process.on("exit", () => {
      process.stdout.write(`\nEngines: ${engines}\n${skipped}${results.numPassedTests} passed, ${failed} failed\n`);
    });
  }
}

module.exports = CountsReporter;

/** Ends a run with the engines that were used and the counts, alone on a line. */
class CountsReporter {
  onRunComplete(_contexts, results) {
    const engines = process.env.LYNC_HYBRID_ENGINES ?? "none was prepared";
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stdout.write(`\nEngines: ${engines}\n`);
    if (results.numPendingTests > 0) process.stdout.write(`SKIPPED: ${results.numPendingTests} tests did not run\n`);
    process.stdout.write(`${results.numPassedTests} passed, ${failed} failed\n`);
  }
}

module.exports = CountsReporter;

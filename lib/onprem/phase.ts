/** The folders of a runbook, in the order a hybrid deployment is built. A step never waits for a step of a later phase. */
export enum Phase {
  PREFLIGHT = "00-preflight",
  PREPARE = "10-prepare",
  FEDERATE = "20-federate",
  SHARE = "30-share",
  INTEGRATE = "40-integrate",
  MOVE = "50-move",
  VERIFY = "60-verify",
  RETIRE = "90-retire",
}

/** What is archived. Source: Set-CsArchivingConfiguration. */
export enum ArchivedContent {
  /** Nothing, neither on the servers nor in Exchange. */
  NONE = "None",
  /** Instant messages. */
  IM_ONLY = "ImOnly",
  /** Instant messages and what was shown and sent in web conferences. */
  IM_AND_WEB_CONFERENCES = "ImAndWebConf",
}

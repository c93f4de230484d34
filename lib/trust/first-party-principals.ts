/** Applications of Microsoft that stand in every tenant. They are found, never created, and never belong to Terraform. */

/** Exchange Online. */
export const EXCHANGE_ONLINE = "00000002-0000-0ff1-ce00-000000000000";
/** Lync Server and Skype for Business Server, as the tenant knows them. */
export const LYNC_SERVERS = "00000004-0000-0ff1-ce00-000000000000";

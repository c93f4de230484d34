import * as errors from "../errors";
import { Cloud } from "../tenant/cloud";
import { parseFqdn } from "../values/fqdn";

/** "Configure Cloud Voicemail service": this value is to be set, for policy and provider. */
const COMMERCIAL = "exap.um.outlook.com";

/** What "Configure integration between on-premises Skype for Business Server and Outlook Web App" prints for presence. */
const PRINTED: Readonly<Record<string, string>> = {
  "china-21vianet": "exap.um.partner.outlook.cn",
  "gcc-high": "exap.um.office365.us",
};

/**
 * The name under which Exchange Online is reached from a cloud.
 *
 * @throws when it is left out beside the commercial cloud, belongs to another cloud, or is no name
 */
export function exchangeDestination(field: string, cloud: Cloud, given: string | undefined): string {
  const name = given === undefined ? undefined : parseFqdn(field, given);
  if (cloud === Cloud.COMMERCIAL) {
    if (name !== undefined && name !== COMMERCIAL) throw errors.fixedDestination(field, name, COMMERCIAL);
    return COMMERCIAL;
  }
  if (name === undefined) throw errors.destinationNotKnown(field, cloud.name, PRINTED[cloud.name]);
  if (name === COMMERCIAL) throw errors.commercialEndpoint(field, name, cloud.name);
  return name;
}

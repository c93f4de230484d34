import { ServerFact } from "../model/deployment-model";
import { ServerVersion } from "./server-version";

export interface Server {
  readonly source: string;
  readonly fqdn: string;
  readonly version: ServerVersion;
  readonly build: string | undefined;
}

/** What the rules about versions read of any server. */
export function serverFact({ source, fqdn, version, build }: Server): ServerFact {
  const { productName, order, minimumBuild } = version;
  return { source, fqdn, version: productName, versionOrder: order, build, minimumBuild };
}

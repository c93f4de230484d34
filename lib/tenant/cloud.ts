import * as errors from "../errors";
import { parseFqdn } from "../values/fqdn";
import { parseHttpsUrl } from "../values/https-url";

/** What no Microsoft document prints for the clouds beside the commercial one. Both come from Microsoft's support. */
export interface CloudEndpointsProps {
  /** Access proxy of that cloud: ProxyFqdn of the hosting provider, and the target of moves. */
  readonly proxyFqdn: string;
  /** Autodiscover address of that cloud, beginning with https://. */
  readonly autodiscoverUrl: string;
}

const COMMERCIAL_PROXY = "sipfed.online.lync.com";
const COMMERCIAL_AUTODISCOVER = "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root";

/**
 * The Microsoft 365 cloud in which the tenant lives. Only the addresses of the commercial cloud are documented ("Configure
 * federation for hybrid"); those of the others must be given, because an invented one would send people nowhere.
 */
export class Cloud {
  /** The worldwide cloud, GCC included: its addresses are fixed and cannot be changed. */
  public static readonly COMMERCIAL = new Cloud("commercial", COMMERCIAL_PROXY, COMMERCIAL_AUTODISCOVER);

  private constructor(
    public readonly name: string,
    public readonly proxyFqdn: string,
    public readonly autodiscoverUrl: string,
  ) {}

  /**
   * GCC High. Teams PowerShell signs in with -TeamsEnvironmentName TeamsGCCH (Connect-MicrosoftTeams).
   *
   * @throws when the proxy is no name or the commercial one, or the address is not https
   */
  public static gccHigh(props: CloudEndpointsProps): Cloud {
    return Cloud.of("gcc-high", props);
  }

  /**
   * DoD. Teams PowerShell signs in with -TeamsEnvironmentName TeamsDOD (Connect-MicrosoftTeams).
   *
   * @throws when the proxy is no name or the commercial one, or the address is not https
   */
  public static dod(props: CloudEndpointsProps): Cloud {
    return Cloud.of("dod", props);
  }

  /**
   * Microsoft 365 operated by 21Vianet. Teams PowerShell signs in with -TeamsEnvironmentName TeamsChina
   * (Connect-MicrosoftTeams).
   *
   * @throws when the proxy is no name or the commercial one, or the address is not https
   */
  public static china21Vianet(props: CloudEndpointsProps): Cloud {
    return Cloud.of("china-21vianet", props);
  }

  private static of(name: string, props: CloudEndpointsProps): Cloud {
    const proxyFqdn = parseFqdn("proxyFqdn", props.proxyFqdn);
    const autodiscoverUrl = parseHttpsUrl("autodiscoverUrl", props.autodiscoverUrl);
    if (proxyFqdn === COMMERCIAL_PROXY) throw errors.commercialEndpoint("proxyFqdn", proxyFqdn, name);
    if (new URL(autodiscoverUrl).hostname === new URL(COMMERCIAL_AUTODISCOVER).hostname) {
      throw errors.commercialEndpoint("autodiscoverUrl", autodiscoverUrl, name);
    }
    return new Cloud(name, proxyFqdn, autodiscoverUrl);
  }
}

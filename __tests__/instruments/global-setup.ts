import { engines as powershellEngines, prepareHost } from "./powershell";
import { engines as terraformEngine } from "./terraform";

/** Once before all tests: the PowerShell host is built, and what is missing on this machine is said loudly. */
export default function globalSetup(): void {
  prepareHost();
  process.env.LYNC_HYBRID_ENGINES = `${terraformEngine()}; PowerShell: ${powershellEngines().powershell}`;
}

import { chromiumEngine } from "./chromium";
import globalSetup from "./global-setup";

/** Before the full tier also the browser, once: two test files that install it side by side would lock each other out. */
export default function fullSetup(): void {
  globalSetup();
  process.env.LYNC_HYBRID_ENGINES = `${process.env.LYNC_HYBRID_ENGINES ?? ""}; ${chromiumEngine()}`;
}

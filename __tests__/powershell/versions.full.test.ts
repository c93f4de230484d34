import { describeVersion, OF_2015 } from "./versions";

describeVersion(OF_2015);

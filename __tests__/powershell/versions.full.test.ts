import { describeBytes, describeVersion, OF_2015 } from "./versions";

describeBytes(OF_2015);
describeVersion(OF_2015);

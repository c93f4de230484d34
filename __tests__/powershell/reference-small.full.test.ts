import { Simulator } from "../instruments/simulator";
import { describeReference } from "./reference-deployments";

describeReference("contoso-small", Simulator.seed("nothing"), "lync2013");

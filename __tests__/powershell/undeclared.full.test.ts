import { describeUndeclared } from "./undeclared";

describeUndeclared("tenant");

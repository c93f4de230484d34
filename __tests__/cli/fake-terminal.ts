import { Terminal } from "../../lib/cli/terminal";

/** A terminal that remembers what a command wrote to each side. */
export class FakeTerminal implements Terminal {
  public readonly columns = undefined;
  public readonly colour = false;
  private readonly written: string[] = [];
  private readonly noted: string[] = [];

  public readonly data = (text: string): void => {
    this.written.push(text);
  };

  public readonly note = (text: string): void => {
    this.noted.push(text);
  };

  /** What a pipe would get. */
  public get out(): string {
    return this.written.join("");
  }

  /** What the command said about itself. */
  public get said(): string {
    return this.noted.join("");
  }
}

/** How the runners of GitHub and Azure find commands in what a step prints. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** `::name key=value,key=value::message` where a line begins, or `##[name]message` anywhere in it. */
export function githubCommands(log: string): RunnerCommand[] {
  return log.split(/\r\n|[\r\n]/).flatMap((line) => {
    const match = /^::([^: ]+)(?: (.*?))?::(.*)$/.exec(line.trimStart()) ?? /##\[([^\]]*)()\](.*)$/.exec(line);
    if (match === null) return [];
    const [, name = "", list = "", message = ""] = match;
    return [{ name, properties: properties(list, ",", githubText), message: githubText(message) }];
  });
}

/** `##vso[name key=value;key=value]message` anywhere in a line. */
export function azureCommands(log: string): RunnerCommand[] {
  return log.split(/\r\n|[\r\n]/).flatMap((line) => {
    const match = /##(?:vso)?\[([^\] ]*)(?: ([^\]]*))?\](.*)$/.exec(line);
    if (match === null) return [];
    const [, name = "", list = "", message = ""] = match;
    return [{ name, properties: properties(list, ";", azureText), message: azureText(message) }];
  });
}

function properties(list: string, separator: string, decode: (text: string) => string): Record<string, string> {
  const pairs = list.split(separator).filter((pair) => pair !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decode(pair.slice(at + 1))];
    }),
  );
}

function githubText(text: string): string {
  return text
    .replace(/%0D/g, "\r")
    .replace(/%0A/g, "\n")
    .replace(/%3A/g, ":")
    .replace(/%2C/g, ",")
    .replace(/%25/g, "%");
}

function azureText(text: string): string {
  return text
    .replace(/%3B/g, ";")
    .replace(/%0D/g, "\r")
    .replace(/%0A/g, "\n")
    .replace(/%5D/g, "]")
    .replace(/%AZP25/g, "%");
}

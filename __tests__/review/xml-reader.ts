/** Reads XML as strictly as XML 1.0 is, as far as JUnit files need it: one root, elements, attributes and text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

// Forbidden in XML 1.0; a lone surrogate too.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/u;
const TAG = /<(\/?)([A-Za-z-]+)((?: [a-z]+="[^"<]*")*)>/y;
const TEXT = /[^<]+/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#35": "#" };

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

export function readXml(source: string): XmlElement {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!source.startsWith(declaration)) throw new Error("no XML declaration");
  if (FORBIDDEN.test(source)) throw new Error("a character that XML 1.0 forbids");
  const root: Open = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (let at = declaration.length; at < source.length; ) {
    const current = open[open.length - 1] ?? root;
    const match = matchAt(TEXT, source, at) ?? matchAt(TAG, source, at);
    if (match === null) throw new Error(`no XML at: ${source.slice(at, at + 40)}`);
    at += match[0].length;
    const [, slash, name, attributes] = match;
    if (name === undefined) current.text += decoded(match[0]);
    else if (slash === "/") close(open, name);
    else open.push({ name, attributes: attributesOf(attributes ?? ""), children: [], text: "" });
  }
  const [only, ...others] = root.children;
  if (only === undefined || others.length > 0 || open.length > 1) throw new Error("there must be one whole root");
  return only;
}

function close(open: Open[], name: string): void {
  const element = open.pop();
  if (element?.name !== name) throw new Error(`</${name}> closes ${element?.name ?? "nothing"}`);
  open[open.length - 1]?.children.push(element);
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name ?? "", decoded(value ?? "")]));
}

function decoded(text: string): string {
  return text.replace(/&([^;]*);?/g, (all, name: string) => {
    const value = all.endsWith(";") ? ENTITIES[name] : undefined;
    if (value === undefined) throw new Error(`no such reference: ${all}`);
    return value;
  });
}

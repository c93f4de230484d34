import { GLOSSARY } from "../../lib/explain/glossary";
import { GlossaryEntry } from "../../lib/explain/glossary-entry";
import { isEmpty, lookUp } from "../../lib/explain/lookup";

const ENTRIES = GLOSSARY.map((entry): [string, GlossaryEntry] => [entry.code, entry]);

/** The codes that an entry sends its reader on to. */
function references({ next }: GlossaryEntry): string[] {
  return next.flatMap((text) => [...text.matchAll(/explain ([A-Za-z0-9-]+)/g)].map((match) => match[1] ?? ""));
}

describe("the glossary", () => {
  test("has every code once", () => {
    const codes = GLOSSARY.map(({ code }) => code.toLowerCase());
    expect(codes).toEqual([...new Set(codes)]);
  });

  test.each(ENTRIES)("%s has a source, or says what no document confirms", (_, { sources, unconfirmed }) => {
    expect(sources.length + unconfirmed.length).toBeGreaterThan(0);
  });

  test.each(ENTRIES)("%s says what it means, why it comes up and what to look at", (_, entry) => {
    expect(entry.meaning).toMatch(/^[A-Z].*\.$/s);
    for (const list of [entry.causes, entry.next]) expect(list.length).toBeGreaterThan(0);
    expect(entry.unconfirmed.filter((text) => !/^[A-Z].*\.$/s.test(text))).toEqual([]);
  });

  test.each(ENTRIES)("%s is found by its code and by each of its names", (code, { names }) => {
    for (const name of [code, ...names]) expect(lookUp(name).entries.map((entry) => entry.code)).toContain(code);
  });

  test.each(ENTRIES)("%s sends nobody on to a code that is not explained", (_, entry) => {
    expect(references(entry).filter((code) => isEmpty(lookUp(code)))).toEqual([]);
  });

  test("does not call a report of users a document", () => {
    const reported = GLOSSARY.filter(({ sources }) => sources.length === 0).map(({ code }) => code);
    expect(reported).toEqual(["Test-CsExStorageConnectivity 574", "This scenario is not supported anymore"]);
    for (const { sources } of GLOSSARY) expect(sources.filter((source) => /https?:|www\./.test(source))).toEqual([]);
  });

  test("prints nothing that could not be typed on a server console", () => {
    expect(JSON.stringify(GLOSSARY)).toMatch(/^[\x20-\x7e]+$/);
  });
});

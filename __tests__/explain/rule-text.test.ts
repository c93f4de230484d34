import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RULE_TEXTS } from "../../lib/explain/rule-text";
import { RULES } from "../../lib/rules";

const LIB = join(__dirname, "../../lib");

/** Ids that the sources write into a finding by hand. */
function writtenByHand(): string[] {
  const files = readdirSync(LIB, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.name.endsWith(".ts"),
  );
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  return texts.flatMap((text) =>
    [...text.matchAll(/\b(?:rule|id): "(HYB-(?:ACK|REL)-\d+[A-Z]?)"/g)].map((match) => match[1] ?? ""),
  );
}

describe("what is said of rules", () => {
  test("leaves out no id that a finding may have, and invents none", () => {
    const ids = [...RULES.map(({ id }) => id), ...writtenByHand()].sort();
    expect(writtenByHand().length).toBeGreaterThan(0);
    expect(RULE_TEXTS.map(({ id }) => id).sort()).toEqual([...new Set(ids)]);
  });

  test("names the line that accepts a finding where one may", () => {
    const acceptable = RULES.filter(({ unacceptable }) => unacceptable === undefined);
    for (const { id } of acceptable) {
      expect(RULE_TEXTS.find((rule) => rule.id === id)?.acceptance).toContain(`hybrid.acknowledge("${id}", {`);
    }
  });

  test("says why nobody may where nobody may, and shows no line to copy", () => {
    for (const { id, unacceptable } of RULES.filter((rule) => rule.unacceptable !== undefined)) {
      expect(RULE_TEXTS.find((rule) => rule.id === id)?.acceptance).toBe(
        `Nobody may accept it: ${String(unacceptable)}`,
      );
    }
    for (const { id, acceptance } of RULE_TEXTS.filter((rule) => writtenByHand().includes(rule.id))) {
      expect([id, acceptance.includes("acknowledge(")]).toEqual([id, false]);
    }
  });
});

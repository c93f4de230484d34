import { isEmpty, lookUp, nearCodes } from "../../lib/explain/lookup";

const codesOf = (typed: string): string[] => lookUp(typed).entries.map(({ code }) => code);

describe("looking up a code", () => {
  test("finds every story that a number belongs to", () => {
    expect(codesOf("504")).toEqual(["SIP 504", "SIP 504 with ms-diagnostics 1066"]);
    expect(codesOf("403")).toEqual(["SIP 403", "Teams PowerShell 403"]);
  });

  test.each(["504/1066", "1066", "Shared address space routing is disabled", "ms-diagnostics 1066"])(
    "knows %s as shared address space routing that is off",
    (typed) => {
      const found = codesOf(typed);
      expect(found).toContain("SIP 504 with ms-diagnostics 1066");
    },
  );

  test("takes a whole message as it was pasted", () => {
    const fault =
      "Move-CsUser : HostedMigration fault: Error=(510), Description=(This user's tenant is not enabled for shared sip address space.)";
    expect(codesOf(fault)).toEqual(["HostedMigration fault 510"]);
    expect(codesOf("AADSTS700016: Application with identifier 'x' was not found")).toEqual(["AADSTS700016"]);
  });

  test("knows an AADSTS code with and without its letters, in any case", () => {
    for (const typed of ["AADSTS700027", "aadsts700027", "700027"]) expect(codesOf(typed)).toEqual(["AADSTS700027"]);
  });

  test("finds rules in any case, and the findings that no rule makes", () => {
    for (const id of ["HYB-FED-019", "hyb-fed-019", "HYB-ACK-001", "HYB-REL-002"]) {
      expect(lookUp(id).rules.map((rule) => rule.id)).toEqual([id.toUpperCase()]);
    }
  });

  test("finds an exit code of both programs", () => {
    expect(lookUp("exit-2").exits.map(({ program }) => program)).toEqual(["lync-hybrid", "Invoke-Runbook.ps1"]);
    expect(lookUp("exit 5").exits.map(({ program }) => program)).toEqual(["Invoke-Runbook.ps1"]);
  });

  test.each([
    "",
    "   ",
    "5",
    "50",
    "10",
    "5041",
    "0",
    "HYB",
    "HYB-FED",
    "the",
    "is",
    "exit",
    "exit-9",
    "AADSTS",
    "of the",
  ])("finds nothing for %j: half a code is none", (typed) => {
    expect(isEmpty(lookUp(typed))).toBe(true);
  });

  test.each(["\u001b[2J", "\u202e6601", "$(1066)x", ".*", "[a-z]", "<script>"])("finds nothing for %j", (typed) => {
    expect(isEmpty(lookUp(typed))).toBe(true);
  });
});

describe("a code that was mistyped", () => {
  test.each([
    ["HYB-FED-19", "HYB-FED-019"],
    ["hyb-ssa-o02", "HYB-SSA-002"],
    ["1067", "1066"],
    ["AADSTS70016", "AADSTS700016"],
    ["exit-code", "exit-codes"],
  ])("%s leads to %s", (typed, meant) => {
    expect(nearCodes(typed)).toContain(meant);
  });

  test("leads to three at most, and to none when nothing is near", () => {
    expect(nearCodes("HYB-FED-0").length).toBeLessThanOrEqual(3);
    for (const typed of ["", "completely different words", "999999"]) expect(nearCodes(typed)).toEqual([]);
  });
});

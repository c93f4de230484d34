import fc from "fast-check";
import { azureFormat } from "../../lib/review/findings/azure-format";
import { githubFormat } from "../../lib/review/findings/github-format";
import { inert } from "../../lib/runbook/log-line";
import { Severity } from "../../lib/rules/finding";
import { hostileUnits } from "../instruments/hostile";
import { ACCEPTED, hostileFinding, reportOf, someFinding } from "./reported";
import { azureCommands, githubCommands } from "./runners";

const FILE = "cdktf.out/stacks/contoso/onprem/manifest.json";

/** Texts that speak to a runner, or look like its escapes. */
const attack = fc
  .array(
    fc.oneof(
      hostileUnits,
      fc.constantFrom("::", "::error::", "\n::add-mask::x", "\r::x::", "\u2028::x::", "##vso[task.complete]", "##["),
      fc.constantFrom("%0A", "%0D", "%25", "%AZP25", "%3B", "%5D", "%", ";", "]", ",", ":", "=", "#", " "),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(""));

const severity = fc.constantFrom<Severity>("error", "warning", "info");
const accepted = fc.boolean();

describe("findings as annotations of GitHub", () => {
  test("name title, file and line, and say message, fix and source", () => {
    const text = githubFormat(reportOf([someFinding()]));
    expect(text.split("\n")[0]).toBe(
      `::warning title=HYB-FED-019%3A contoso.onmicrosoft.com,file=${FILE},line=11::The tenant ignores its block list.` +
        '%0AFix: Leave "blocked" out of the policy.%0ASource: contoso/hybrid/tenant-federation',
    );
  });

  test.each([
    ["error", "error"],
    ["warning", "warning"],
    ["info", "notice"],
  ] as const)("make of %s the command %s", (is, name) => {
    expect(githubCommands(githubFormat(reportOf([someFinding({ severity: is })])))).toMatchObject([{ name }]);
  });

  test("leave an accepted one to a plain line with its reason, and annotate an expired one", () => {
    const told = reportOf([someFinding({ accepted: ACCEPTED })]);
    expect(githubFormat(told)).toMatch(/^HYB-FED-019, contoso\.onmicrosoft\.com: Accepted until 2027-01-31: The list/);
    expect(githubCommands(githubFormat(told))).toEqual([]);
    const expired = reportOf([someFinding({ accepted: ACCEPTED })], { today: "2027-02-01" });
    expect(githubCommands(githubFormat(expired))[0]?.message).toContain(
      "The acceptance until 2027-01-31 no longer holds",
    );
  });

  test("give every hostile text back inside its own command and start no other", () => {
    fc.assert(
      fc.property(attack, severity, accepted, (text, is, isAccepted) => {
        const finding = hostileFinding(text, {
          severity: is,
          accepted: isAccepted ? { ...ACCEPTED, reason: text } : null,
        });
        const commands = githubCommands(githubFormat(reportOf([finding])));
        if (isAccepted) expect(commands).toEqual([]);
        else {
          const shown = inert(text);
          expect(commands.map(({ properties }) => properties)).toEqual([
            { title: inert(`${text}: ${text}`), file: FILE, line: "11" },
          ]);
          expect(commands[0]?.message).toBe(
            [shown, inert(`Fix: ${text}`), inert(`Source: ${text}`)].filter((line) => line !== "").join("\n"),
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("findings as issues of Azure Pipelines", () => {
  test("name type, path, line and rule, and say subject, message, fix and source", () => {
    const text = azureFormat(reportOf([someFinding()]));
    expect(text.split("\n")[0]).toBe(
      `##vso[task.logissue type=warning;sourcepath=${FILE};linenumber=11;code=HYB-FED-019]contoso.onmicrosoft.com: ` +
        'The tenant ignores its block list. Fix: Leave "blocked" out of the policy. Source: contoso/hybrid/tenant-federation.',
    );
  });

  test("leave info and accepted ones to plain lines: Azure has no issue for them", () => {
    const told = azureFormat(reportOf([someFinding({ severity: "info" }), someFinding({ accepted: ACCEPTED })]));
    expect(azureCommands(told)).toEqual([]);
    expect(told).toMatch(/^HYB-FED-019: contoso\.onmicrosoft\.com: The tenant ignores/m);
    expect(told).toMatch(/^HYB-FED-019, contoso\.onmicrosoft\.com: Accepted until 2027-01-31: The list/m);
  });

  test("give every hostile text back inside its own command and start no other", () => {
    fc.assert(
      fc.property(attack, severity, accepted, (text, is, isAccepted) => {
        const finding = hostileFinding(text, {
          severity: is,
          accepted: isAccepted ? { ...ACCEPTED, reason: text } : null,
        });
        const commands = azureCommands(azureFormat(reportOf([finding])));
        if (isAccepted || is === "info") expect(commands).toEqual([]);
        else {
          const code = inert(text);
          expect(commands).toEqual([
            {
              name: "task.logissue",
              properties: { type: is, sourcepath: FILE, linenumber: "11", code },
              message: inert(`${text}: ${text} Fix: ${text} Source: ${text}.`),
            },
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

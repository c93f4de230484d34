import { RULES } from "../../lib/rules";
import { acknowledgement, AcknowledgementProps, applyAcknowledgements } from "../../lib/rules/acknowledgement";
import { Finding } from "../../lib/rules/finding";

const ACCEPTED: AcknowledgementProps = { reason: "The lists are kept for the day we open.", until: "2027-03-31" };

function accept(rule: string, props: Partial<AcknowledgementProps> = {}): ReturnType<typeof acknowledgement> {
  return acknowledgement(RULES, rule, { ...ACCEPTED, ...props }, "contoso/hybrid");
}

function finding(subject: string, rule = "HYB-TOP-007"): Finding {
  return { rule, severity: "error", subject, message: "It is old.", fix: "Renew it.", source: "here", accepted: null };
}

describe("an acknowledgement", () => {
  test("refuses a rule that does not exist, and lists those that do", () => {
    expect(() => accept("HYB-FED-999")).toThrow(
      'there is no rule "HYB-FED-999" to acknowledge: the rules are HYB-DEP-101,',
    );
  });

  test("refuses a rule without which the deployment could not work", () => {
    expect(() => accept("HYB-TEN-001")).toThrow(
      "HYB-TEN-001 cannot be acknowledged: there is no hybrid without a tenant, and none with two.",
    );
  });

  test("takes a rule of level error that does not say so", () => {
    expect(accept("HYB-TOP-007")).toEqual({ ...ACCEPTED, rule: "HYB-TOP-007", source: "contoso/hybrid" });
  });

  test.each(["", "   ", "${var.reason}"])("refuses %j as reason", (reason) => {
    expect(() => accept("HYB-FED-019", { reason })).toThrow(
      `the acknowledgement of HYB-FED-019 has the reason ${JSON.stringify(reason)}: say in a sentence why it is accepted.`,
    );
  });

  test.each(["", "2027-02-30", "2027-13-01", "2027-3-31", "31.03.2027", "2027-03-31T00:00:00Z", "forever"])(
    "refuses %j as last day",
    (until) => {
      expect(() => accept("HYB-FED-019", { until })).toThrow(
        `has the last day ${JSON.stringify(until)}: write a day that exists, as YYYY-MM-DD.`,
      );
    },
  );

  test("takes the 29th of February of a leap year only", () => {
    expect(accept("HYB-FED-019", { until: "2028-02-29" }).until).toBe("2028-02-29");
    expect(() => accept("HYB-FED-019", { until: "2027-02-29" })).toThrow("write a day that exists");
  });

  test("refuses an empty subject: emptiness does not mean all", () => {
    expect(() => accept("HYB-FED-019", { subject: "" })).toThrow(
      'the acknowledgement of HYB-FED-019 has the subject ""',
    );
  });
});

describe("accepted findings", () => {
  const { reason, until } = ACCEPTED;
  const accepted = { reason, until };

  test("keep their severity and say who accepted them until when", () => {
    const [only] = applyAcknowledgements([finding("lync01.contoso.local")], [accept("HYB-TOP-007")]);
    expect(only).toEqual({ ...finding("lync01.contoso.local"), accepted });
  });

  test("are those of one subject when it is named", () => {
    const findings = [finding("lync01.contoso.local"), finding("lync02.contoso.local")];
    const scoped = accept("HYB-TOP-007", { subject: "lync02.contoso.local" });
    expect(applyAcknowledgements(findings, [scoped]).map((each) => each.accepted)).toEqual([null, accepted]);
  });

  test("are never those of another rule", () => {
    const [other] = applyAcknowledgements([finding("a", "HYB-TOP-006")], [accept("HYB-TOP-007")]).slice(-1);
    expect(other?.accepted).toBeNull();
  });

  test("follow the narrower acknowledgement, then the longer one, in any order", () => {
    const wide = accept("HYB-TOP-007", { reason: "wide" });
    const early = accept("HYB-TOP-007", { reason: "early", until: "2026-12-31", subject: "a" });
    const late = accept("HYB-TOP-007", { reason: "late", subject: "a" });
    for (const all of [
      [wide, early, late],
      [late, early, wide],
    ]) {
      expect(
        applyAcknowledgements([finding("a")], all).find((each) => each.rule === "HYB-TOP-007")?.accepted?.reason,
      ).toBe("late");
    }
  });
});

describe("an acknowledgement that accepts nothing", () => {
  test("is warned about, or it would rot", () => {
    expect(applyAcknowledgements([], [accept("HYB-FED-019")])).toEqual([
      {
        rule: "HYB-ACK-001",
        severity: "warning",
        subject: "HYB-FED-019",
        message: "HYB-FED-019 is acknowledged until 2027-03-31, but there is no finding that it accepts.",
        fix: "Remove the acknowledgement.",
        source: "contoso/hybrid",
        accepted: null,
      },
    ]);
  });

  test("names the subject that it looked for", () => {
    const [marked, idle] = applyAcknowledgements([finding("a")], [accept("HYB-TOP-007", { subject: "b" })]).reverse();
    expect(marked?.accepted).toBeNull();
    expect(idle).toMatchObject({ rule: "HYB-ACK-001", subject: "b" });
    expect(idle?.message).toBe(
      "HYB-TOP-007 is acknowledged for b until 2027-03-31, but there is no finding that it accepts.",
    );
  });

  test("may be one of two that say the same", () => {
    const findings = applyAcknowledgements(
      [finding("a")],
      [accept("HYB-TOP-007"), accept("HYB-TOP-007", { until: "2026-12-31" })],
    );
    expect(findings.map(({ rule }) => rule)).toEqual(["HYB-ACK-001", "HYB-TOP-007"]);
  });
});

import { DeploymentModel } from "../../lib/model/deployment-model";
import { VOICEMAIL_CONFIRMED } from "../../lib/rules/voicemail-confirmed";
import { voicemailSupport } from "../../lib/features/voicemail-matrix";
import { VOICEMAIL_SUPPORTED } from "../../lib/rules/voicemail-supported";
import { messages, OF_2015, OF_2019, OF_SUBSCRIPTION, POOL, violations, VOICEMAIL_POLICY } from "./model-fixture";

type Version = Partial<typeof POOL> | typeof OF_SUBSCRIPTION;

function people(version: Version, ...mailboxes: readonly string[]): Partial<DeploymentModel> {
  return {
    frontEndPools: [{ ...POOL, ...version }],
    hostedVoicemailPolicies: [{ ...VOICEMAIL_POLICY, mailboxes }],
  };
}

describe("voicemail of people on-premises", () => {
  test.each([
    ["Lync Server 2013", {}],
    ["Skype for Business Server 2015", OF_2015],
    ["Skype for Business Server 2019", OF_2019],
  ])("goes to the cloud from %s with a mailbox online", (_name, version) => {
    expect(violations(VOICEMAIL_SUPPORTED, people(version, "Exchange Online"))).toEqual([]);
    expect(violations(VOICEMAIL_CONFIRMED, people(version, "Exchange Online"))).toEqual([]);
  });

  test("goes to the cloud with Exchange Server 2019 from Skype for Business Server 2019 only", () => {
    expect(violations(VOICEMAIL_SUPPORTED, people(OF_2019, "Exchange Server 2019"))).toEqual([]);
    const [found] = violations(VOICEMAIL_SUPPORTED, people(OF_2015, "Exchange Server 2019"));
    expect(found?.message).toBe(
      "lync01.contoso.local: no voicemail is supported for people on Skype for Business Server 2015 with a mailbox on " +
        "Exchange Server 2019: they would lose theirs.",
    );
    expect(found?.fix).toContain("Move these people to Skype for Business Server 2019 before their mailbox");
    expect(messages(VOICEMAIL_SUPPORTED, people({}, "Exchange Server 2019"))).toHaveLength(1);
  });

  test.each(["Exchange Server 2013", "Exchange Server 2016"])(
    "is Unified Messaging with %s, and refused",
    (mailbox) => {
      for (const version of [{}, OF_2015, OF_2019]) {
        const [found] = violations(VOICEMAIL_SUPPORTED, people(version, mailbox));
        expect(found?.message).toContain(`${mailbox} have Unified Messaging of that Exchange, not Cloud Voicemail`);
        expect(found?.fix).toContain("Leave that mailbox out of `mailboxes`");
      }
    },
  );

  test.each([
    [OF_SUBSCRIPTION, "Exchange Online"],
    [OF_2019, "Exchange Server Subscription Edition"],
  ])("is not confirmed where the table is silent: warned, not refused", (version, mailbox) => {
    expect(violations(VOICEMAIL_SUPPORTED, people(version, mailbox))).toEqual([]);
    const [found] = violations(VOICEMAIL_CONFIRMED, people(version, mailbox));
    expect(found?.message).toContain("is not confirmed by any document");
    expect(found?.fix).toContain("acknowledge HYB-EXO-059B");
  });

  test("is judged for the pools that a policy names, each version once", () => {
    const second = { ...POOL, ...OF_2019, fqdn: "sfb01.contoso.local" };
    const third = { ...second, fqdn: "sfb02.contoso.local" };
    const frontEndPools = [POOL, second, third];
    const mailboxes = ["Exchange Server 2019"];
    const only = { ...VOICEMAIL_POLICY, mailboxes, pools: ["sfb01.contoso.local", "sfb02.contoso.local"] };
    const everybody = { ...VOICEMAIL_POLICY, mailboxes };
    expect(violations(VOICEMAIL_SUPPORTED, { frontEndPools, hostedVoicemailPolicies: [only] })).toEqual([]);
    const found = violations(VOICEMAIL_SUPPORTED, { frontEndPools, hostedVoicemailPolicies: [everybody] });
    expect(found.map(({ subject }) => subject)).toEqual(["Global: Lync Server 2013 with Exchange Server 2019"]);
  });
});

test("what nobody wrote down has no answer, also where the name is one that every object has", () => {
  expect(voicemailSupport("constructor", "Exchange Online")).toBeUndefined();
  expect(voicemailSupport("Lync Server 2013", "toString")).toBeUndefined();
});

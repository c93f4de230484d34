import { sharingTakenBack } from "../../lib/rules/sharing-taken-back";
import { contosoModel, DEPLOYED_SPACE, NOT_SHARED, PROVIDER } from "./model-fixture";

const VOICEMAIL = {
  id: "CsHostingProvider/Exchange-Online",
  noun: "CsHostingProvider",
  identity: "Exchange Online",
  after: [],
};

describe("what is taken back of a shared address space", () => {
  test("is both halves when neither is declared any more", () => {
    expect(sharingTakenBack(contosoModel({ ...NOT_SHARED, deployed: DEPLOYED_SPACE })).length).toBe(2);
  });

  test("is not a provider that the tenant's switch did not wait for", () => {
    expect(sharingTakenBack(contosoModel({ deployed: [VOICEMAIL, ...DEPLOYED_SPACE] }))).toEqual([]);
    expect(sharingTakenBack(contosoModel({ ...NOT_SHARED, deployed: [VOICEMAIL, ...DEPLOYED_SPACE] }))).not.toContain(
      VOICEMAIL.id,
    );
  });

  test("may be any provider as long as the switch was never applied: rather a finding too many", () => {
    expect(sharingTakenBack(contosoModel({ deployed: [VOICEMAIL] }))).toEqual([VOICEMAIL.id]);
  });

  test("is the provider also when it is declared as one that exists for somebody else: its step is gone", () => {
    const hostingProviders = [{ ...PROVIDER, purpose: "other" as const }];
    expect(sharingTakenBack(contosoModel({ ...NOT_SHARED, hostingProviders, deployed: DEPLOYED_SPACE }))).toContain(
      "CsHostingProvider/Office365",
    );
  });
});

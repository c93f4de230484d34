import { Phase } from "../../lib/onprem/phase";
import { Shell } from "../../lib/onprem/shell";
import { Step } from "../../lib/onprem/step";
import { review } from "../../lib/review/diff";
import { someStep } from "../instruments/some-step";
import { expectOnFirstScreen, itemAbout, manifestOf } from "./manifests";

const domain = someStep({ id: "CsSipDomain/contoso.com", phase: Phase.PREPARE });
const provider = someStep({ after: [domain.id] });
const online = { shell: Shell.TEAMS, host: "contoso.onmicrosoft.com" };
const tenantSwitch = someStep({
  id: "CsTenantFederationConfiguration/Global/shared-sip-address-space",
  ...online,
  after: [provider.id],
});

describe("a step that is done elsewhere", () => {
  const moved: Step = { ...tenantSwitch, shell: Shell.LYNC, host: "lync01.contoso.local" };
  const compared = review(manifestOf([domain, provider, tenantSwitch]), manifestOf([domain, provider, moved]));

  test("names what moved: shell and host before and after", () => {
    const item = itemAbout(compared, "changes: host, shell");
    expect(item.details).toEqual(["host: contoso.onmicrosoft.com -> lync01.contoso.local", "shell: teams -> lync"]);
  });

  test("says that there are fewer hand-overs between people", () => {
    expect(itemAbout(compared, "Hand-overs").what).toBe("Hand-overs between people: 1 -> 0.");
  });

  test("says risk, actor and undo on the first screen of both renderings", () => {
    expect(compared.actors).toEqual(["on-premises administrator"]);
    expectOnFirstScreen(compared, "MEDIUM", "on-premises administrator", "no point of no return", "Hand-overs");
  });
});

describe("a step that waits for another step than before", () => {
  const free: Step = { ...provider, after: [] };
  const compared = review(manifestOf([domain, provider]), manifestOf([domain, free]));

  test("is named with what it no longer waits for, and nobody acts", () => {
    const item = itemAbout(compared, "waits for other steps");
    expect(item).toMatchObject({ risk: { level: "medium" }, doers: [] });
    expect(item.details).toEqual([`${provider.id} no longer waits for ${domain.id}`]);
  });

  test("is milder when it only waits for more", () => {
    const item = itemAbout(review(manifestOf([domain, free]), manifestOf([domain, provider])), "waits for");
    expect(item.risk.level).toBe("low");
  });

  test("is told once, where the change begins, and not at every step behind it", () => {
    const chain = [domain, provider, tenantSwitch];
    const item = itemAbout(review(manifestOf(chain), manifestOf([domain, free, tenantSwitch])), "waits for");
    expect(item.steps).toEqual([provider.id]);
  });

  test("is not found where a step was put in between", () => {
    const between = someStep({ id: "cms-replication/edge01.contoso.local", shape: "operation", after: [provider.id] });
    const after = [domain, provider, between, { ...tenantSwitch, after: [between.id] }];
    const items = review(manifestOf([domain, provider, tenantSwitch]), manifestOf(after)).items;
    expect(items.map(({ what }) => what)).toEqual([expect.stringMatching(/^New: /)]);
  });
});

describe("a point of no return", () => {
  test("is counted in the first line", () => {
    const compared = review(
      manifestOf([]),
      manifestOf([someStep({ undo: { possible: "no", how: "nothing comes back" } })]),
    );
    expect(compared.pointsOfNoReturn).toBe(1);
    expectOnFirstScreen(compared, "1 point of no return", "no: nothing comes back");
  });
});

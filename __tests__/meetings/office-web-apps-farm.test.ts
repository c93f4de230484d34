import { FrontEndPool, OfficeWebAppsFarm, ServerVersion } from "../../lib";
import { sentence, Synthesis } from "../rules/synthesis";
import { stepOf, stepsOf, withRooms } from "../exchange/rooms";

type Choice = Partial<ConstructorParameters<typeof OfficeWebAppsFarm>[2]>;

function farm(choice: Choice = {}, more: readonly string[] = []): Synthesis {
  return withRooms(({ hybrid, pool }) => {
    const version = ServerVersion.LYNC_2013;
    const others = more.map((fqdn) => new FrontEndPool(hybrid, fqdn, { fqdn, version }));
    new OfficeWebAppsFarm(hybrid, "wac", { fqdn: "wac.contoso.local", pools: [pool, ...others], ...choice });
  });
}

describe("an Office Web Apps farm", () => {
  const synthesis = farm({}, ["lync02.contoso.local"]);
  const first = stepOf(synthesis, "associate-office-web-apps/lync01.contoso.local");

  test("is associated with each pool by a step of its own", () => {
    const ids = stepsOf(synthesis).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith("associate"))).toEqual([
      "associate-office-web-apps/lync01.contoso.local",
      "associate-office-web-apps/lync02.contoso.local",
    ]);
  });

  test("tells the person the address to expect and the box to leave alone", () => {
    const words = first.words.join("\n");
    expect(words).toContain("The discovery URL reads https://wac.contoso.local/hosting/discovery/");
    expect(words).toContain('Do not tick "Office Web Apps Server is deployed in an external network');
  });

  test("is seen by the documented events and by Get-CsService", () => {
    expect(first.verification).toMatch(/Get-CsService -WacServer.*41034.*41032.*41033 \(discovery failed\)/);
  });

  test("outside the firewall gets its box ticked", () => {
    const outside = farm({ externalNetwork: true });
    expect(stepOf(outside, first.id).words.join("\n")).toContain('Tick "Office Web Apps Server is deployed');
  });
});

describe("an Office Web Apps farm is refused", () => {
  test.each([
    [{ discoveryUrl: "http://wac.contoso.local/hosting/discovery/" }, "it begins with http://"],
    [{ fqdn: "wac" }, "it is one label only"],
    [{ pools: [] }, '"pools" is empty'],
  ])("with %p", (choice, refusal) => {
    expect(() => farm(choice)).toThrow(refusal);
  });

  test("with one pool twice", () => {
    const twice = (): Synthesis =>
      withRooms(
        ({ hybrid, pool }) => new OfficeWebAppsFarm(hybrid, "wac", { fqdn: "wac.contoso.local", pools: [pool, pool] }),
      );
    expect(twice).toThrow('"pools" names lync01.contoso.local twice');
  });

  test("when its discovery address names another host", () => {
    const { error } = farm({ discoveryUrl: "https://wacext.contoso.com/hosting/discovery/" });
    expect(sentence(error)).toContain("error HYB-MTG-065");
  });
});

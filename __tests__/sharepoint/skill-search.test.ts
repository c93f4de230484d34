import { ServerVersion, SharePointServer, SharePointVersion, SkillSearch } from "../../lib";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { sentence, Synthesis } from "../rules/synthesis";
import { folderOf, RoomOptions, settings, stepOf, undone, withRooms } from "../exchange/rooms";

const STEP = "CsClientPolicy/Global";
const INTERNAL = "http://portal.contoso.local/_vti_bin/search.asmx";
const EXTERNAL = "https://portal.contoso.com/_vti_bin/search.asmx";

type Addresses = Omit<ConstructorParameters<typeof SkillSearch>[2], "sharePoint">;

function search(
  addresses: Addresses,
  options: RoomOptions & { url?: string; sharePoint?: SharePointVersion } = {},
): Synthesis {
  const { url = "https://portal.contoso.local/", sharePoint: version = SharePointVersion.SHAREPOINT_2013 } = options;
  return withRooms(({ hybrid }) => {
    const sharePoint = new SharePointServer(hybrid, "portal", { version, url });
    new SkillSearch(hybrid, "skills", { sharePoint, ...addresses });
  }, options);
}

describe("skill search", () => {
  const synthesis = search({ searchInternal: INTERNAL, searchExternal: EXTERNAL });
  const onprem = folderOf(synthesis);
  const anna = new Operator(Simulator.from("nothing"), onprem);

  test("sets the declared addresses, and leaves the others and other policies alone", async () => {
    const run = await anna.apply("lync");
    expect(settings(run).map(({ command }) => command)).toEqual(["Set-CsClientPolicy"]);
    const [global, kiosk] = anna.simulator.state().clientPolicies;
    expect(global).toMatchObject({ SPSearchInternalURL: INTERNAL, SPSearchExternalURL: EXTERNAL });
    expect(global).toMatchObject({ SPSearchCenterInternalURL: null, DisableEmoticons: false });
    expect(kiosk).toEqual(Simulator.seed("nothing").clientPolicies[1]);
    expect((await anna.apply("lync")).writes).toEqual([]);
  });

  test("is not taken back by script where there was nothing: the line for the person is named", async () => {
    const run = await undone(anna, STEP, approvedDigest(onprem));
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout.replace(/\s+/g, " ")).toContain(
      "Set-CsClientPolicy -Identity Global -SPSearchInternalURL $null, and the same for -SPSearchExternalURL",
    );
  });

  test("warns that it fails with two-factor sign-in, and where its addresses are from", () => {
    const step = stepOf(synthesis, STEP);
    expect(step.verification).toContain("does not sign in with two factors");
    expect(step.unverified.join()).toContain("from a post of the community");
  });
});

test("addresses that were others come back by undo", async () => {
  const anna = new Operator(
    Simulator.from("nothing", { server: "sfb2019" }),
    folderOf(search({ searchInternal: INTERNAL }, { version: ServerVersion.SKYPE_FOR_BUSINESS_2019 })),
  );
  const old = "http://old.contoso.local/_vti_bin/search.asmx";
  anna.simulator.change(({ clientPolicies: [global] }) => {
    if (global !== undefined) global.SPSearchInternalURL = old;
  });
  await anna.apply("lync");
  expect(anna.simulator.state().clientPolicies[0]?.SPSearchInternalURL).toBe(INTERNAL);
  expect((await undone(anna, STEP, approvedDigest(anna.onprem))).exitCode).toBe(0);
  expect(anna.simulator.state().clientPolicies[0]?.SPSearchInternalURL).toBe(old);
});

describe("skill search is refused", () => {
  test.each([
    [{}, "No address of the skill search is given: name at least one"],
    [{ searchInternal: "portal" }, '"searchInternal" must be the address of a web page or service, got "portal"'],
    [{ searchExternal: "ftp://portal.contoso.com/a" }, "it begins with ftp:"],
    [{ centerInternal: "https://anna:pw@portal.contoso.com" }, "it holds a user name"],
    [{ centerExternal: "https://portal.contoso.com/$(calc)" }, "it holds a character that a shell reads"],
    [{ searchInternal: "${var.url}" }, "exists only after terraform apply"],
  ])("with %p", (addresses, refusal) => {
    expect(() => search(addresses)).toThrow(refusal);
  });

  test("in SharePoint Online", () => {
    const { error } = search({ searchInternal: INTERNAL }, { url: "https://contoso.sharepoint.com" });
    expect(sentence(error)).toContain("error HYB-SHP-063");
  });

  test("where nobody is homed on-premises any more", () => {
    const { error } = search({ searchInternal: INTERNAL }, { homedUsers: 0 });
    expect(sentence(error)).toContain("nobody is homed on-premises");
  });
});

test("a SharePoint that no document names is marked so", () => {
  const step = stepOf(search({ searchInternal: INTERNAL }, { sharePoint: SharePointVersion.SHAREPOINT_2019 }), STEP);
  expect(step.unverified.join()).toContain("that this works with SharePoint Server 2019");
});

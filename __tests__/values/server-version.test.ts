import { ServerVersion } from "../../lib/topology/server-version";
import { compareBuilds, parseBuild } from "../../lib/values/server-build";

describe("the server versions", () => {
  test("are the three that the documents list for hybrid with Teams and the one after them, oldest first", () => {
    expect(ServerVersion.all().map(({ productName }) => productName)).toEqual([
      "Lync Server 2013",
      "Skype for Business Server 2015",
      "Skype for Business Server 2019",
      "Skype for Business Server Subscription Edition",
    ]);
    const orders = ServerVersion.all().map(({ order }) => order);
    expect(orders).toEqual([...new Set(orders)].sort((left, right) => left - right));
  });

  test("need the builds that Move-CsUser names, which names none of the Subscription Edition", () => {
    expect(ServerVersion.all().map(({ minimumBuild }) => minimumBuild)).toEqual([
      "5.0.8308.1182",
      "6.0.9319.619",
      "7.0.2046.385",
      undefined,
    ]);
  });

  test("have builds that rise with the version", () => {
    const builds = ServerVersion.all().flatMap(({ minimumBuild }) =>
      minimumBuild === undefined ? [] : [parseBuild("minimumBuild", minimumBuild)],
    );
    expect([...builds].reverse().sort(compareBuilds)).toEqual(builds);
  });

  test("have their cmdlets in the module of their time", () => {
    expect(ServerVersion.all().map(({ module }) => module)).toEqual([
      "Lync",
      "SkypeForBusiness",
      "SkypeForBusiness",
      "SkypeForBusiness",
    ]);
  });
});

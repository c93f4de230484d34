import {
  ArchivedContent,
  ArchivingForests,
  ExchangeArchiving,
  ExchangeArchivingPolicy,
  ExchangeVersion,
} from "../../lib";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { sentence, Synthesis } from "../rules/synthesis";
import { folderOf, Rooms, RoomOptions, settings, stepOf, stepsOf, undone, withRooms } from "./rooms";

const CONFIGURATION = "CsArchivingConfiguration/Global";
const POLICY = "CsArchivingPolicy/Global";
const SYNC = "sync-archiving-attributes/lync01.contoso.local";
const PEOPLE = "exchange-archiving-policy/lync01.contoso.local";

type Choice = Partial<ConstructorParameters<typeof ExchangeArchiving>[2]>;

function archive(choice: Choice = {}, options: RoomOptions = {}): Synthesis {
  const content = ArchivedContent.IM_AND_WEB_CONFERENCES;
  return withRooms(
    ({ hybrid, pool, connection }: Rooms) =>
      new ExchangeArchiving(hybrid, "archive", { connection, pool, content, ...choice }),
    options,
  );
}

describe("an archive in the Exchange of the same forest", () => {
  const synthesis = archive();
  const onprem = folderOf(synthesis);
  const anna = new Operator(Simulator.from("nothing"), onprem);

  test("is switched on before people fall under it, and settings of sites stay", async () => {
    const run = await anna.apply("lync");
    expect(run.stderr).toBe("");
    expect(settings(run).map(({ command, parameters }) => [command, parameters.Identity])).toEqual([
      ["Set-CsArchivingConfiguration", "Global"],
      ["Set-CsArchivingPolicy", "Global"],
    ]);
    const [global, site] = anna.simulator.state().archivingConfigurations;
    expect(global).toMatchObject({ EnableArchiving: "ImAndWebConf", EnableExchangeArchiving: true });
    expect(site).toEqual(Simulator.seed("nothing").archivingConfigurations[1]);
    expect(anna.simulator.state().archivingPolicies[0]).toMatchObject({ ArchiveInternal: true, ArchiveExternal: true });
  });

  test("changes nothing in a second run", async () => {
    expect((await anna.apply("lync")).writes).toEqual([]);
  });

  test("is taken back to what was there, and says that the gap stays", async () => {
    const codes = [];
    for (const step of [POLICY, CONFIGURATION]) codes.push((await undone(anna, step, approvedDigest(onprem))).exitCode);
    expect(codes).toEqual([0, 0]);
    const { archivingConfigurations, archivingPolicies } = Simulator.seed("nothing");
    expect(anna.simulator.state()).toMatchObject({ archivingConfigurations, archivingPolicies });
    expect(stepOf(synthesis, CONFIGURATION).undo).toMatchObject({ possible: "with loss" });
  });

  test("asks nothing of people: the hold of each mailbox decides", () => {
    expect(stepsOf(synthesis).filter(({ id }) => [SYNC, PEOPLE].includes(id))).toEqual([]);
  });
});

describe("an archive in the Exchange of another forest", () => {
  const across = archive({ forests: ArchivingForests.different(ExchangeArchivingPolicy.ARCHIVING_TO_EXCHANGE) });

  test("synchronizes both attributes first, and says to merge addresses", () => {
    expect(stepOf(across, CONFIGURATION).after).toEqual([SYNC]);
    const words = stepOf(across, SYNC).words.join("\n");
    expect(words).toContain("msExchUserHoldPolicies");
    expect(words).toContain("merge them, never replace them");
  });

  test("sets the policy on people last, by lines that can be copied", () => {
    const { after, words } = stepOf(across, PEOPLE);
    expect(after).toEqual([POLICY]);
    expect(words).toContain(
      'For everybody of a pool: Get-CsUser -Filter {RegistrarPool -eq "lync01.contoso.local"} | Set-CsUser ' +
        "-ExchangeArchivingPolicy ArchivingToExchange",
    );
  });

  test("is refused with a policy by which nothing reaches Exchange", () => {
    const { error } = archive({ forests: ArchivingForests.different(ExchangeArchivingPolicy.NO_ARCHIVING) });
    expect(sentence(error)).toContain("error HYB-EXC-067");
  });
});

describe("an archive that is switched off", () => {
  test("is said plainly", () => {
    const off = archive({ content: ArchivedContent.NONE, inExchange: false });
    expect(stepOf(off, CONFIGURATION).title).toBe("Nothing is archived, neither on the servers nor in Exchange.");
    expect(stepOf(off, CONFIGURATION).risk.level).toBe("high");
  });

  test("is refused while transcripts are to go to Exchange: the servers would ignore that", () => {
    expect(() => archive({ content: ArchivedContent.NONE })).toThrow(
      '"inExchange" is true and "content" is NONE: the servers archive nothing then',
    );
  });
});

test("one side of the conversations may be left out of the archive", () => {
  const title = stepOf(archive({ external: false }), POLICY).title;
  expect(title).toContain("inside the company are archived, and those with people outside are not");
});

test("an Exchange that keeps no archive is refused at synthesis", () => {
  const { error } = archive({}, { exchange: ExchangeVersion.EXCHANGE_2010 });
  expect(sentence(error)).toContain("Exchange Server 2010 keeps none");
});

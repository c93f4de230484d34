import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator, SimulatorState } from "../instruments/simulator";
import { synthesize } from "../rules/synthesis";
import { declareTrust, folderOf, THUMBPRINT, trustingServers, TrustOptions } from "./trusted-deployment";

const trustOf = ({ oAuthConfiguration, oAuthServers, partnerApplications, certificates }: SimulatorState): unknown => ({
  oAuthConfiguration,
  oAuthServers,
  partnerApplications,
  certificates,
});

describe("servers that sign with a certificate already", () => {
  const only: TrustOptions = { exchange: null, cloud: null };
  const folder = folderOf(synthesize((stack) => declareTrust(stack, only)));
  const step = ["-Step", "CsCertificate/OAuthTokenIssuer"];
  const of = async (anna: Operator, what: readonly string[]): ReturnType<Simulator["run"]> => {
    const args = ["-State", anna.simulator.stateFolder, "-Apply", "-Approved", approvedDigest(folder)];
    return anna.simulator.run("lync", folder, [...what, ...step, ...args]);
  };

  test("get the declared one, and by undo the earlier one", async () => {
    const anna = new Operator(
      trustingServers((state) => {
        state.certificates = [
          { Use: "OAuthTokenIssuer", Thumbprint: "00AA" },
          { Use: "Default", Thumbprint: "00BB" },
        ];
      }),
      folder,
    );
    const before = trustOf(anna.simulator.state());
    await anna.signOffAll();
    await of(anna, []);
    const ofState = anna.simulator.state().certificates.map(({ Use, Thumbprint }) => `${Use} ${Thumbprint}`);
    expect(ofState.sort()).toEqual(["Default 00BB", `OAuthTokenIssuer ${THUMBPRINT}`]);
    const run = await of(anna, ["-Undo"]);
    expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 0, stderr: "" });
    const after = anna.simulator.state();
    after.certificates.sort((left, right) => (left.Use < right.Use ? 1 : -1));
    expect(trustOf(after)).toEqual(before);
  });

  test("have none by undo where none was, and other uses keep theirs", async () => {
    const anna = new Operator(
      trustingServers((state) => {
        state.certificates = [{ Use: "Default", Thumbprint: "00BB" }];
      }),
      folder,
    );
    await anna.signOffAll();
    await of(anna, []);
    expect(anna.simulator.state().certificates.length).toBe(2);
    expect((await of(anna, ["-Undo"])).exitCode).toBe(0);
    expect(anna.simulator.state().certificates).toEqual([{ Use: "Default", Thumbprint: "00BB" }]);
  });

  test("are not written to when the certificate is theirs already, in small letters too", async () => {
    const anna = new Operator(
      trustingServers((state) => {
        state.certificates = [{ Use: "OAuthTokenIssuer", Thumbprint: THUMBPRINT.toLowerCase() }];
      }),
      folder,
    );
    await anna.signOffAll();
    expect((await of(anna, [])).writes).toEqual([]);
  });

  test("are refused when two come back for the use: nobody knows which one signs", async () => {
    const anna = new Operator(
      trustingServers((state) => {
        state.certificates = ["00AA", THUMBPRINT].map((Thumbprint) => ({ Use: "OAuthTokenIssuer", Thumbprint }));
      }),
      folder,
    );
    await anna.signOffAll();
    const run = await of(anna, []);
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toContain("2 objects have the identity OAuthTokenIssuer; one was expected");
  });

  test("are written to by a person first: without the key in the store the assignment fails and says so", async () => {
    const anna = new Operator(
      trustingServers((state) => {
        state.computerStore = [];
      }),
      folder,
    );
    expect((await of(anna, [])).writes).toEqual([]);
    await anna.signOffAll();
    const run = await of(anna, []);
    expect(run.exitCode).not.toBe(0);
    expect(run.stdout + run.stderr).toContain("No certificate with a private key");
  });
});

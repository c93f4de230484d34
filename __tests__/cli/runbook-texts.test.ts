import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifestsAt, stacksAt } from "../../lib/cli/manifests";
import { runbookTexts, sourceText } from "../../lib/cli/runbook-texts";
import { scriptChanges } from "../../lib/review/script-changes";
import { synthContoso, temporaryFolder } from "../instruments/contoso";

const contoso = synthContoso();

/** Places of the one stack that a path stands for. */
function placesAt(path: string): { folder: string | undefined; terraform: string | undefined }[] {
  return stacksAt(path).map(({ folder, terraform }) => ({ folder, terraform }));
}

describe("a path that somebody names", () => {
  const full = [{ folder: contoso.onprem, terraform: join(contoso.stackDir, "cdk.tf.json") }];

  test("leads to the runbook and the Terraform of each stack: cdktf.out and a stack's folder", () => {
    expect(placesAt(contoso.outdir)).toEqual(full);
    expect(placesAt(contoso.stackDir)).toEqual(full);
  });

  test("leads to the runbook alone: a runbook folder and a folder of rendered runbooks", () => {
    const rendered = temporaryFolder();
    cpSync(contoso.onprem, join(rendered, "contoso"), { recursive: true });
    expect(placesAt(contoso.onprem)).toEqual([{ folder: contoso.onprem, terraform: undefined }]);
    expect(placesAt(rendered)).toEqual([{ folder: join(rendered, "contoso"), terraform: undefined }]);
  });

  test("leads to nothing beside a manifest that was named itself: what lies around it was not named", () => {
    const manifest = join(contoso.onprem, "manifest.json");
    expect(placesAt(manifest)).toEqual([{ folder: undefined, terraform: undefined }]);
  });

  test("leads to the same manifests as ever", () => {
    expect(stacksAt(contoso.outdir).map(({ manifest }) => manifest)).toEqual(manifestsAt(contoso.outdir));
    expect(stacksAt(temporaryFolder())).toEqual([]);
  });

  test("has no Terraform where the stack has none", () => {
    const copy = join(temporaryFolder(), "contoso");
    cpSync(contoso.stackDir, copy, { recursive: true });
    rmSync(join(copy, "cdk.tf.json"));
    expect(placesAt(copy)).toEqual([{ folder: join(copy, "onprem"), terraform: undefined }]);
  });

  test("is refused where no runbook stands, or the same stack twice", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "README.md"), "");
    expect(() => stacksAt(folder)).toThrow(/no runbook stands in it or below it/);
    for (const name of ["a", "b"]) cpSync(contoso.onprem, join(folder, name), { recursive: true });
    expect(() => stacksAt(folder)).toThrow(/it holds the stack "contoso" twice/);
    expect(() => stacksAt(join(folder, "nowhere"))).toThrow(/it does not exist/);
  });
});

describe("the texts of a runbook", () => {
  test("are those of every file, by path with forward slashes, in order", () => {
    const texts = runbookTexts(contoso.onprem);
    const path = "10-prepare/CsSipDomain.contoso.com.ps1";
    expect(texts.get(path)).toBe(readFileSync(join(contoso.onprem, path), "utf8"));
    expect([...texts.keys()]).toEqual([...texts.keys()].sort());
    expect([...texts.keys()]).toEqual(expect.arrayContaining(["Hybrid.Runtime.ps1", "RUNBOOK.md", "manifest.json"]));
  });

  test("of two syntheses differ in the scripts of the lists when a partner comes, and not in the runtime", () => {
    const other = synthContoso({ allowed: ["fabrikam.com", "adatum.com"] });
    const changes = scriptChanges(runbookTexts(contoso.onprem), runbookTexts(other.onprem));
    expect(changes.map(({ action, path }) => `${action} ${path}`)).toEqual([
      "changed 20-federate/domain-lists.edge.ps1",
      "changed 20-federate/domain-lists.tenant.ps1",
      "changed RUNBOOK.md",
      "changed steps.json",
    ]);
    expect(changes[0]?.patch).toContain("adatum.com");
    expect(changes[0]?.patch).not.toContain("\r");
  });

  test("keep a byte order mark: whether it stands there is a difference", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.ps1"), "\ufeffa");
    expect(runbookTexts(folder).get("a.ps1")).toBe("\ufeffa");
  });

  test("tell apart two files that are no UTF-8", () => {
    const folder = temporaryFolder();
    for (const byte of [0xff, 0xfe]) writeFileSync(join(folder, `${byte}.bin`), Buffer.from([byte]));
    const texts = runbookTexts(folder);
    expect(texts.get("255.bin")).not.toBe(texts.get("254.bin"));
  });

  test("follow no link out of the folder", () => {
    const folder = temporaryFolder();
    const outside = temporaryFolder();
    writeFileSync(join(outside, "secret.txt"), "secret");
    symlinkSync(join(outside, "secret.txt"), join(folder, "linked.txt"));
    symlinkSync(outside, join(folder, "linked"));
    expect(runbookTexts(folder).size).toBe(0);
  });

  test("are refused where there is no such folder or file, with the path and what to do", () => {
    expect(() => runbookTexts("/nowhere/onprem")).toThrow(
      /"\/nowhere\/onprem" is not a file that can be compared: .*ENOENT.*; name another path, or give yourself access/,
    );
    const folder = join(temporaryFolder(), "plan.json");
    mkdirSync(folder);
    expect(() => sourceText(folder)).toThrow(/is not a file that can be compared: .*EISDIR/);
  });
});

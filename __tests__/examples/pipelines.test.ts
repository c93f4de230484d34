import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { load } from "js-yaml";
import { PIPELINES, SCRIPTS } from "./pipeline-run";

const RECIPES = ["atlantis.yaml", "azure-pipelines.yml", "github-actions.yml", "gitlab-ci.yml"];
const SOURCED = ["azure-rest.sh", "both-sides.sh", "posted-review.sh", "sign-in.sh"];

/** Shell that stands in a recipe itself. It is so short that nothing of it has to be tried. */
const INLINE = [
  "npm ci",
  "cat review/review.md",
  'cat review/review.md >> "$GITHUB_STEP_SUMMARY"',
  'echo "##vso[task.uploadsummary]$PWD/review/review.md"',
  'echo "##vso[task.setvariable variable=artifact;isOutput=true]review-$SYSTEM_JOBATTEMPT"',
  "apk add --no-cache bash",
  'terraform -chdir="$STACK" init -input=false',
  'terraform -chdir="$STACK" plan -input=false -out="$PLANFILE"',
  'terraform -chdir="$STACK" apply -input=false "$PLANFILE"',
];

type Block = Readonly<Record<string, unknown>>;

function text(recipe: string): string {
  return readFileSync(join(PIPELINES, recipe), "utf8");
}

function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null;
}

/** Every value below one of these keys, wherever it stands. */
function valuesOf(value: unknown, keys: readonly string[]): unknown[] {
  if (!isBlock(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(keys.includes(key) ? [inner].flat() : []),
    ...valuesOf(inner, keys),
  ]);
}

function shellOf(recipe: string): string[] {
  const keys = ["run", "bash", "script", "before_script", "after_script", "scriptPath"];
  return valuesOf(load(text(recipe)), keys).filter((line) => typeof line === "string");
}

function job(recipe: string, name: string): Block {
  const { jobs } = load(text(recipe)) as { readonly jobs: Readonly<Record<string, Block>> };
  const found = jobs[name];
  if (found === undefined) throw new Error(`${recipe} has no job ${name}`);
  return found;
}

/** Calls of the CLI in a script or a text, without what is said about them in comments. */
function callsIn(file: string): string[] {
  const prose = file.endsWith(".md");
  const lines = text(file).replace(/\\\n/g, " ").split("\n");
  const spoken = prose
    ? lines.flatMap((line) => [...line.matchAll(/`(lync-hybrid [^`]+)`/g)].map(([, call]) => call ?? ""))
    : [];
  const run = lines
    .filter((line) => !/^\s*#/.test(line))
    .map((line) => line.replace(/both_sides\+?=\(/, "lync-hybrid diff "));
  const called = run.flatMap((line) => /^\s*(?:\$ )?(lync-hybrid [a-z].*)$/.exec(line)?.slice(1) ?? []);
  return [...spoken, ...called];
}

const helps = new Map<string, string>();

function help(command: string): string {
  const known = helps.get(command);
  if (known !== undefined) return known;
  const call = ["--import", "tsx", "lib/cli/main.ts", command, "--help"];
  const { stdout } = spawnSync(process.execPath, call, { cwd: resolve(__dirname, "../.."), encoding: "utf8" });
  const flat = stdout.replace(/\s+/g, " ");
  helps.set(command, flat);
  return flat;
}

/** What the CLI would not understand in a call: an unknown command, option, or choice. */
function unknownIn(call: string): string[] {
  const [, command = ""] = call.split(" ");
  const known = help(command);
  if (!known.startsWith(`Usage: lync-hybrid ${command} `)) return [`command ${command}`];
  return [...call.matchAll(/(--[a-z-]+)(?: ([a-z]+)\b)?/g)].flatMap(([, option = "", value]) => {
    const described = new RegExp(` ${option}(?=[ ,])(?:(?! --).)*`).exec(known)?.[0];
    if (described === undefined) return [`${command} ${option}`];
    const choices = /\(choices: ([^)]*?)(?:, default[^)]*)?\)/.exec(described)?.[1];
    const isWrong = value !== undefined && choices !== undefined && !choices.includes(`"${value}"`);
    return isWrong ? [`${command} ${option} ${value}`] : [];
  });
}

const SCRIPT_FILES = readdirSync(SCRIPTS).sort();

describe("the pipeline recipes", () => {
  test("are the ones that the README beside them tells of", () => {
    const files = readdirSync(PIPELINES).filter((name) => /\.ya?ml$/.test(name));
    expect(files.sort()).toEqual(RECIPES);
    for (const name of [...RECIPES, ...SCRIPT_FILES]) expect(text("README.md")).toContain(`\`${name}\``);
  });

  test.each(RECIPES)("%s is YAML, and calls scripts that exist or shell that is known", (recipe) => {
    const shell = shellOf(recipe);
    const called = shell.flatMap((line) => [...line.matchAll(/pipelines\/scripts\/(\S+)/g)].map(([, name]) => name));
    expect(called.length).toBeGreaterThan(3);
    expect(called.filter((name) => !SCRIPT_FILES.includes(name ?? ""))).toEqual([]);
    expect(shell.filter((line) => !line.includes("pipelines/scripts/") && !INLINE.includes(line))).toEqual([]);
  });

  test("have no script that none of them calls", () => {
    const all = [...RECIPES.flatMap(shellOf), ...SCRIPT_FILES.map((name) => text(`scripts/${name}`))].join("\n");
    const unused = SCRIPT_FILES.filter((name) => !all.includes(`pipelines/scripts/${name}`));
    expect(unused).toEqual(SOURCED);
    for (const name of SOURCED) expect(all).toContain(`/${name}"`);
  });

  test("call the CLI only with what it knows", () => {
    const calls = ["README.md", ...SCRIPT_FILES.map((name) => `scripts/${name}`)].flatMap(callsIn);
    expect(calls.length).toBeGreaterThan(9);
    expect(calls.flatMap(unknownIn)).toEqual([]);
  });

  test("would be found out if they called it with anything else", () => {
    expect(unknownIn("lync-hybrid deploy --now")).toEqual(["command deploy"]);
    expect(unknownIn("lync-hybrid lint --fail-on fatal --max-risk high")).toEqual([
      "lint --fail-on fatal",
      "lint --max-risk",
    ]);
  });
});

describe("every script", () => {
  test.each(SCRIPT_FILES)("%s stops at the first failure, says what it is for, and is no riddle", (name) => {
    const script = text(`scripts/${name}`);
    const isSourced = SOURCED.includes(name);
    expect(script).toMatch(isSourced ? /^# Sourced by / : /^#!\/usr\/bin\/env bash\n# [A-Z]/);
    if (!isSourced) expect(script).toMatch(/^set -euo pipefail$/m);
    expect(script).not.toMatch(/\beval\b|\bset \+e\b|\bset -x\b|bash -c|\bexport [A-Z_]*TOKEN=[^$]/);
    expect(spawnSync("bash", ["-n", join(SCRIPTS, name)], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
    const isExecutable = (statSync(join(SCRIPTS, name)).mode & 0o100) !== 0;
    expect({ name, isExecutable }).toEqual({ name, isExecutable: !isSourced });
  });
});

describe("what a pipeline may do", () => {
  test("on GitHub nothing that a job does not ask for, and never with a stranger's code and our secrets", () => {
    const workflow = load(text("github-actions.yml")) as { readonly on: Block; readonly permissions: Block };
    expect(Object.keys(workflow.on)).toEqual(["pull_request", "push"]);
    expect(workflow.permissions).toEqual({});
    expect(text("github-actions.yml")).not.toMatch(/secrets\.\w/);
    expect(job("github-actions.yml", "review").permissions).toEqual({ contents: "read" });
    expect(job("github-actions.yml", "comment").permissions).toEqual({ contents: "read", "pull-requests": "write" });
    expect(job("github-actions.yml", "apply").environment).toBe("production");
  });

  test("no shell of a recipe holds an expression that a pull request fills", () => {
    for (const recipe of RECIPES) for (const line of shellOf(recipe)) expect(line).not.toMatch(/\$\{\{|\$\(|\$\[/);
  });

  test("no job that holds a token to post with runs npm or main.ts", () => {
    const github = shellOf("github-actions.yml");
    expect(github).toContain("npm ci");
    const posting = JSON.stringify(job("github-actions.yml", "comment"));
    expect(posting).toContain("GH_TOKEN");
    expect(posting).not.toMatch(/npm|synthesize\.sh|setup-node/);
    const azure = load(text("azure-pipelines.yml")) as {
      readonly stages: readonly { readonly jobs: readonly Block[] }[];
    };
    const tokened = azure.stages
      .flatMap(({ jobs }) => jobs)
      .filter((one) => JSON.stringify(one).includes("AccessToken"));
    expect(tokened.map((one) => one.job)).toEqual(["comment"]);
    expect(JSON.stringify(tokened)).not.toMatch(/npm|synthesize\.sh|UseNode/);
  });

  test("every action is pinned by a version, and every checkout leaves no token in the clone", () => {
    const uses = valuesOf(load(text("github-actions.yml")), ["uses"]);
    expect(uses.filter((action) => !/^[\w/-]+@v\d+$/.test(String(action)))).toEqual([]);
    const checkouts = uses.filter((action) => String(action).startsWith("actions/checkout@"));
    expect(valuesOf(load(text("github-actions.yml")), ["persist-credentials"])).toEqual(checkouts.map(() => false));
    const azure = load(text("azure-pipelines.yml"));
    expect(valuesOf(azure, ["persistCredentials"])).toEqual(valuesOf(azure, ["checkout"]).map(() => false));
  });

  test("no plan becomes an artefact: it holds values in plain text", () => {
    const review = ["review/review.md", "review/review.json", "review/review.html"];
    const findings = ["review/findings.sarif", "review/findings.xml"];
    expect(RECIPES.map((recipe) => keptBy(load(text(recipe))))).toEqual([
      [],
      [...review, ...findings, "runbook", "cdktf.out"],
      [...review, ...findings, "runbook", "cdktf.out"],
      ["review/review.html", "review/review.md", "review/review.json", "runbook/", "cdktf.out/"],
    ]);
  });
});

/** Everything that becomes an artefact, in order of the recipe. */
function keptBy(value: unknown): string[] {
  if (!isBlock(value)) return [];
  const paths = pathsKept(value).flatMap((path) => String(path).trim().split("\n"));
  return paths.length > 0 ? paths : Object.values(value).flatMap(keptBy);
}

function pathsKept({ uses, with: given, task, inputs, artifacts }: Block): unknown[] {
  if (String(uses).startsWith("actions/upload-artifact@")) return valuesOf(given, ["path"]);
  if (task === "CopyFiles@2")
    return valuesOf(inputs, ["contents"]).map((names) => String(names).replace(/^(?=.)/gm, "review/"));
  // What was collected by CopyFiles is counted there.
  if (task === "PublishPipelineArtifact@1")
    return valuesOf(inputs, ["targetPath"]).filter((path) => path !== "$(Build.ArtifactStagingDirectory)/review");
  return valuesOf(artifacts, ["paths"]);
}

import { existsSync } from "node:fs";
import { ForgeAnswer, PipelineRun } from "./pipeline-run";

const MARKER = "<!-- cdktf-lync-hybrid:diff contoso -->";
const REVIEW = `${MARKER}\n### contoso: HIGH risk\n`;
const HOSTILE = `<!-- cdktf-lync-hybrid:diff x$(touch pwned)\`touch pwned\`"'; touch pwned # -->\n$(touch pwned) \`touch pwned\` $HOME "' \\n %s {body}\n`;
const TOKEN = "token-of-this-test";

interface Comment {
  readonly id: number;
  readonly isOurs: boolean;
  readonly text: string;
}

interface Forge {
  readonly suffix: "github" | "azure";
  readonly env: Readonly<Record<string, string>>;
  readonly comments: string;
  readonly labels: string;
  readonly answers: (comments: readonly Comment[], labels: readonly string[]) => ForgeAnswer[];
  readonly created: (text: string) => object;
  readonly replaced: (id: number, text: string) => object;
  readonly labelled: (labels: readonly string[]) => object[];
  readonly unlabelled: (label: string) => object;
}

const ISSUES = "repos/contoso/hybrid/issues";
const GITHUB: Forge = {
  suffix: "github",
  env: { GITHUB_REPOSITORY: "contoso/hybrid", PULL_REQUEST: "7", GH_TOKEN: TOKEN },
  comments: `${ISSUES}/7/comments`,
  labels: `${ISSUES}/7/labels`,
  answers: (comments, labels) => [
    {
      method: "GET",
      address: "/7/comments",
      body: comments.map(({ id, isOurs, text }) => ({
        id,
        user: { login: isOurs ? "github-actions[bot]" : "mallory" },
        body: text,
      })),
    },
    { method: "GET", address: "/7/labels", body: labels.map((name) => ({ name })) },
    ...["POST", "PATCH", "DELETE"].map((method) => ({ method, address: ISSUES, body: {} })),
  ],
  created: (body) => ({ method: "POST", address: `${ISSUES}/7/comments`, sent: { body } }),
  replaced: (id, body) => ({ method: "PATCH", address: `${ISSUES}/comments/${id}`, sent: { body } }),
  labelled: (labels) =>
    labels.length === 0 ? [] : [{ method: "POST", address: `${ISSUES}/7/labels`, sent: { labels } }],
  unlabelled: (label) => ({ method: "DELETE", address: `${ISSUES}/7/labels/${encodeURIComponent(label)}` }),
};

const PULL = "https://dev.azure.com/contoso/Hybrid%20voice/_apis/git/repositories/abc/pullRequests/7";
const VERSION = "?api-version=7.1";
const AZURE: Forge = {
  suffix: "azure",
  env: {
    SYSTEM_ACCESSTOKEN: TOKEN,
    SYSTEM_COLLECTIONURI: "https://dev.azure.com/contoso/",
    SYSTEM_TEAMPROJECT: "Hybrid voice",
    BUILD_REPOSITORY_ID: "abc",
    PULL_REQUEST: "7",
  },
  comments: `${PULL}/threads`,
  labels: `${PULL}/labels`,
  answers: (comments, labels) => [
    { method: "GET", address: "/_apis/connectionData", body: { authenticatedUser: { id: "build" } } },
    {
      method: "GET",
      address: "/threads",
      body: {
        value: comments.map(({ id, isOurs, text }) => ({
          id,
          comments: [{ id: 1, author: { id: isOurs ? "build" : "mallory" }, content: text }],
        })),
      },
    },
    { method: "GET", address: "/labels", body: { value: labels.map((name) => ({ name, id: `id of ${name}` })) } },
    ...["POST", "PATCH", "DELETE"].map((method) => ({ method, address: PULL, body: {} })),
  ],
  created: (content) => ({
    method: "POST",
    address: `${PULL}/threads${VERSION}`,
    sent: { status: 4, comments: [{ parentCommentId: 0, commentType: 1, content }] },
  }),
  replaced: (id, content) => ({
    method: "PATCH",
    address: `${PULL}/threads/${id}/comments/1${VERSION}`,
    sent: { content },
  }),
  labelled: (labels) => labels.map((name) => ({ method: "POST", address: `${PULL}/labels${VERSION}`, sent: { name } })),
  unlabelled: (label) => ({
    method: "DELETE",
    address: `${PULL}/labels/${encodeURIComponent(`id of ${label}`)}${VERSION}`,
  }),
};

describe.each([GITHUB, AZURE])("posting to $suffix", (forge) => {
  const comment = `comment-${forge.suffix}.sh`;
  const putLabels = `labels-${forge.suffix}.sh`;

  function pipeline(comments: readonly Comment[], review?: string): PipelineRun {
    const run = new PipelineRun();
    run.forge(forge.answers(comments, []));
    if (review !== undefined) run.write("review/review.md", review);
    return run;
  }

  function labelRun(present: readonly string[], wanted: readonly string[]): PipelineRun {
    const run = new PipelineRun();
    run.forge(forge.answers([], present));
    run.write("review/review.json", JSON.stringify({ labels: wanted }));
    return run;
  }

  test("writes a comment the first time", () => {
    const run = pipeline([{ id: 1, isOurs: true, text: "Coverage: 90 %" }], REVIEW);
    expect(run.script(comment, [], forge.env)).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(run.changes()).toEqual([forge.created(REVIEW)]);
  });

  test("replaces that comment the second time", () => {
    const run = pipeline([{ id: 31, isOurs: true, text: `${MARKER}\r\nolder` }], REVIEW);
    expect(run.script(comment, [], forge.env).status).toBe(0);
    expect(run.changes()).toEqual([forge.replaced(31, REVIEW)]);
  });

  test("finds the comment again when a stack came or went", () => {
    const other = "<!-- cdktf-lync-hybrid:diff adatum -->";
    const run = pipeline([{ id: 32, isOurs: true, text: `${other}\nolder\n${MARKER}\nolder` }], REVIEW);
    expect(run.script(comment, [], forge.env).status).toBe(0);
    expect(run.changes()).toEqual([forge.replaced(32, REVIEW)]);
  });

  test("leaves the comment of another deployment, and one in which somebody else wrote our marker", () => {
    const other = { id: 33, isOurs: true, text: "<!-- cdktf-lync-hybrid:diff contoso-2 -->\nolder" };
    const run = pipeline([other, { id: 34, isOurs: false, text: REVIEW }], REVIEW);
    expect(run.script(comment, [], forge.env).status).toBe(0);
    expect(run.changes()).toEqual([forge.created(REVIEW)]);
  });

  test("passes on a hostile review byte for byte, and runs nothing of it", () => {
    const run = pipeline([], HOSTILE);
    expect(run.script(comment, [], forge.env).status).toBe(0);
    expect(run.changes()).toEqual([forge.created(HOSTILE)]);
    expect(existsSync(run.path("pwned"))).toBe(false);
  });

  test.each<[string, string | undefined, RegExp]>([
    ["is not there", undefined, /review\/review\.md is not there\. Nothing is posted\./],
    ["holds no marker", "### Merge this at once\n", /holds no marker of a review\. Nothing is posted\./],
  ])("refuses a review that %s, and asks the forge nothing", (_, review, words) => {
    const run = pipeline([], review);
    const { status, stderr } = run.script(comment, [], forge.env);
    expect(status).toBe(1);
    expect(stderr).toMatch(words);
    expect(run.changes()).toEqual([]);
  });

  test.each(["", "7/../8?x=$(touch pwned)"])("refuses the pull request %j", (PULL_REQUEST) => {
    for (const script of [comment, putLabels]) {
      const run = pipeline([], REVIEW);
      const { status, stderr } = run.script(script, [], { ...forge.env, PULL_REQUEST });
      expect({ status, calls: run.calls() }).toEqual({ status: 1, calls: [] });
      expect(stderr).toContain(`${script}: PULL_REQUEST must be the number of the pull request.`);
    }
  });

  test("fails when the forge refuses, and does not try to write after it could not read", () => {
    const run = pipeline([], REVIEW);
    run.forge([]);
    const { status, stderr } = run.script(comment, [], forge.env);
    expect(status).not.toBe(0);
    expect(stderr).toContain("HTTP 403");
    expect(run.changes()).toEqual([]);
  });

  test("puts labels on, takes those of an earlier review off, and leaves those of people", () => {
    const present = ["bug", "risk/critical", "needs/dns-owner", "needs/pipeline", "risky", "point-of-no-return"];
    const run = labelRun(present, ["needs/pipeline", "risk/high"]);
    expect(run.script(putLabels, [], forge.env)).toEqual({ status: 0, stdout: "", stderr: "" });
    const removed = run.changes().filter(({ method }) => method === "DELETE");
    expect(removed).toEqual(["risk/critical", "needs/dns-owner", "point-of-no-return"].map(forge.unlabelled));
    const added = run.changes().filter(({ method }) => method === "POST");
    expect(added).toEqual(forge.labelled(forge.suffix === "github" ? ["needs/pipeline", "risk/high"] : ["risk/high"]));
  });

  test("takes every label of ours off when nothing changes any more", () => {
    const run = labelRun(["risk/low"], []);
    expect(run.script(putLabels, [], forge.env).status).toBe(0);
    expect(run.changes()).toEqual([forge.unlabelled("risk/low")]);
  });

  test("refuses labels that no review gives: the file comes from where code of the change ran", () => {
    const run = labelRun([], ["approved", "risk/$(touch pwned)", "needs/../../7/lock", "risk/low"]);
    expect(run.script(putLabels, [], forge.env).status).toBe(0);
    expect(run.changes()).toEqual(forge.labelled(["risk/low"]));
    expect(existsSync(run.path("pwned"))).toBe(false);
  });

  test("changes no label without a review", () => {
    const run = pipeline([]);
    const { status, stderr } = run.script(putLabels, [], forge.env);
    expect({ status, calls: run.calls() }).toEqual({ status: 1, calls: [] });
    expect(stderr).toContain("review/review.json is not there. No label is changed.");
  });

  test("shows the token in no argument and no output", () => {
    const run = pipeline([], REVIEW);
    const { stdout, stderr } = run.script(comment, [], forge.env);
    expect(JSON.stringify([stdout, stderr, ...run.calls().map(({ argv }) => argv)])).not.toContain(TOKEN);
    if (forge === AZURE)
      for (const { config } of run.calls()) expect(config).toBe(`header = "Authorization: Bearer ${TOKEN}"`);
  });
});

test("an Azure step that was given no token is told where to map it", () => {
  const run = new PipelineRun();
  run.write("review/review.md", REVIEW);
  const { status, stderr } = run.script("comment-azure.sh", [], { ...AZURE.env, SYSTEM_ACCESSTOKEN: "" });
  expect(status).toBe(1);
  expect(stderr).toContain("SYSTEM_ACCESSTOKEN is empty: map it in the env block of this step.");
});

import { SessionEntry } from "../../runbook/manifest";
import { ResourceChange, ScriptChange } from "../change";
import { touchedBy } from "../diagram/touched";
import { Review } from "../diff";
import { actorOf } from "../sentence";
import { changeText } from "../value-changes";
import { changedMark } from "./badge";
import { patchBlock } from "./patch-block";
import { breakable, Html, markup, NOTHING } from "./template";

/** The cloud half as Terraform names it. */
export function terraformPart({ terraform }: Review): Html {
  if (terraform === undefined) {
    return markup`<p>Not compared: a side holds no Terraform. Compare two cdktf.out folders to see it.</p>`;
  }
  const { changes, noise, from } = terraform;
  const told = from === "plan" ? "A plan against what really stands." : "What the two syntheses say; no plan was made.";
  const table =
    changes.length === 0
      ? markup`<p>No resource changes.</p>`
      : markup`<div class="scroll">
          <table class="facts">
            <thead>
              <tr>
                <th scope="col">Resource</th>
                <th scope="col">What happens</th>
                <th scope="col">Values</th>
              </tr>
            </thead>
            <tbody>
              ${changes.map(resourceRow)}
            </tbody>
          </table>
        </div>`;
  const silent =
    noise.length === 0
      ? NOTHING
      : markup`<details>
          <summary>Differs and changes nothing: ${noise.length}</summary>
          <ul class="values">
            ${noise.map((line) => markup`<li>${breakable(line)}</li>`)}
          </ul>
        </details>`;
  return markup`<p>${told}</p>
    ${table}${silent}`;
}

function resourceRow({ address, action, movedFrom, values }: ResourceChange): Html {
  const from = movedFrom === undefined ? "" : ` from ${movedFrom}`;
  return markup`<tr>
    <th scope="row">${breakable(address)}</th>
    <td>${action}${from}</td>
    <td>
      <ul class="values">
        ${values.map((value) => markup`<li>${breakable(changeText(value))}</li>`)}
      </ul>
    </td>
  </tr>`;
}

/** Who sits where, before and after. */
export function sessionsPart({ sessions, items }: Review): Html {
  const { steps } = touchedBy(items);
  const isSame = JSON.stringify(sessions.before) === JSON.stringify(sessions.after);
  const after = markup`<div>
    <h4>${isSame ? "Before and after alike" : "After"}</h4>
    ${sessionList(sessions.after, steps)}
  </div>`;
  if (isSame) return after;
  return markup`<div class="sides">
    <div>
      <h4>Before</h4>
      ${sessionList(sessions.before, new Set())}
    </div>
    ${after}
  </div>`;
}

function sessionList(sessions: readonly SessionEntry[], touched: ReadonlySet<string>): Html {
  if (sessions.length === 0) return markup`<p>None.</p>`;
  const lines = sessions.map(({ shell, host, steps }) => {
    const marked = steps.some((id) => touched.has(id)) ? markup` ${changedMark()}` : NOTHING;
    const each = steps.map(
      (id) => markup`<li>${breakable(id)}${touched.has(id) ? markup` ${changedMark()}` : NOTHING}</li>`,
    );
    const count = `${steps.length} ${steps.length === 1 ? "step" : "steps"}`;
    return markup`<li>
      <strong>${actorOf(shell)}</strong>, ${shell} on ${breakable(host)}${marked}
      <details>
        <summary>${count}</summary>
        <ol class="values">
          ${each}
        </ol>
      </details>
    </li>`;
  });
  return markup`<ol class="sessions">
    ${lines}
  </ol>`;
}

/** What differs in the files that people approve and run. */
export function scriptsPart({ scripts }: Review): Html {
  if (scripts === undefined) return markup`<p>Not compared: a side is a manifest alone.</p>`;
  if (scripts.length === 0) return markup`<p>No script differs.</p>`;
  return markup`${scripts.map(scriptFold)}`;
}

function scriptFold({ path, action, added, removed, patch }: ScriptChange): Html {
  const head = markup`<summary>
    <code>${breakable(path)}</code> ${action}, <span class="add">+${added}</span>
    <span class="del">-${removed}</span> lines
  </summary>`;
  const body =
    patch === undefined ? markup`<p>Written anew: a comparison line by line would say nothing.</p>` : patchBlock(patch);
  return markup`<details class="script">${head}${body}</details>`;
}

/** What the rules found in the declaration. */
export function findingsPart({ findings }: Review): Html {
  if (findings.length === 0) return markup`<p>None.</p>`;
  const rows = findings.map(
    ({ rule, severity, subject, message, fix, source, accepted }) =>
      markup`<tr>
        <td><span class="badge ${severity}">${severity.toUpperCase()}</span></td>
        <th scope="row">${rule}<br><span class="note">${breakable(subject)}</span></th>
        <td>
          ${breakable(message)}<br><strong>Next:</strong> ${breakable(fix)}<br>
          <span class="note">${breakable(source)}</span>
        </td>
        <td>${accepted === null ? "nobody" : `${accepted.reason} (until ${accepted.until})`}</td>
      </tr>`,
  );
  return markup`<div class="scroll">
    <table class="facts">
      <thead>
        <tr>
          <th scope="col">Severity</th>
          <th scope="col">Rule</th>
          <th scope="col">What was found</th>
          <th scope="col">Accepted</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

import { SessionEntry } from "../../runbook/manifest";
import { actorOf } from "../sentence";
import { Diagram, DiagramNode, MOST_NODES, nodeId } from "./diagram";
import { Touched } from "./touched";

/** Who is called when: each session of one person, in the order in which the runbook runs. */
export function sessionFlow(stack: string, sessions: readonly SessionEntry[], touched: Touched): Diagram {
  const seats = sessions.map((session, index) => seat(session, index, touched));
  const isAbove = seats.length > MOST_NODES;
  const shown = isAbove ? shortened(seats, sessions) : seats;
  return {
    title: `${stack}: sessions`,
    shape: "chain",
    notes: isAbove
      ? [`${seats.length} sessions are more than ${MOST_NODES} boxes: those in the middle are drawn as one.`]
      : [],
    nodes: shown.map((node, index) => ({ ...node, id: nodeId(index), layer: index })),
    links: shown.slice(1).map((_, index) => ({ from: nodeId(index), to: nodeId(index + 1), label: "then" })),
  };
}

type Seat = Omit<DiagramNode, "id" | "layer">;

function seat({ shell, host, steps }: SessionEntry, index: number, touched: Touched): Seat {
  const marked = steps.filter((id) => touched.steps.has(id)).length;
  return {
    kind: `Session ${index + 1}`,
    name: actorOf(shell),
    facts: [`${shell} on ${host}`, stepsText(steps.length, marked)],
    changed: marked > 0,
  };
}

function stepsText(count: number, marked: number): string {
  const steps = `${count} ${count === 1 ? "step" : "steps"}`;
  return marked === 0 ? steps : `${steps}, ${marked} of them changed`;
}

/** The beginning and the end are what people plan with. */
function shortened(seats: readonly Seat[], sessions: readonly SessionEntry[]): Seat[] {
  const head = Math.floor(MOST_NODES / 2);
  const tail = MOST_NODES - head - 1;
  const middle = seats.slice(head, -tail);
  const marked = middle.filter((each) => each.changed).length;
  const steps = sessions.slice(head, -tail).reduce((sum, session) => sum + session.steps.length, 0);
  const rest: Seat = {
    kind: `Sessions ${head + 1} to ${seats.length - tail}`,
    name: `${middle.length} drawn as one`,
    facts: [stepsText(steps, 0), ...(marked === 0 ? [] : [`sessions of them changed: ${marked}`])],
    changed: marked > 0,
  };
  return [...seats.slice(0, head), rest, ...seats.slice(-tail)];
}

import * as errors from "../errors";
import { byText, sortedSet } from "../values/text-order";
import { Step } from "./step";

/**
 * The order in which a runbook is executed: topological, staying in the current shell and host while any step there is
 * ready. When a session ends, the next is the one that leaves the fewest hand-overs between people, then the one with the
 * earliest phase and id. The order of declaration changes nothing.
 *
 * @throws when steps wait for each other (the cycle is named) or for a step of a later phase
 */
export function executionOrder(steps: readonly Step[]): Step[] {
  checkPhases(new Map(steps.map((step) => [step.id, step])));
  const ordered: Step[] = [];
  let waiting = [...steps].sort((left, right) => byText(left.phase, right.phase) || byText(left.id, right.id));
  while (waiting.length > 0) {
    const next = fewestSessions(waiting);
    const stuck = waiting[0];
    if (next.length === 0 && stuck !== undefined) throw errors.cycle(stuckCycle(stuck, waiting));
    ordered.push(...next);
    waiting = without(waiting, next);
  }
  return ordered;
}

/** Of the sessions that can start now, the one after which the rest takes the fewest; the first of equals. */
function fewestSessions(waiting: readonly Step[]): Step[] {
  const candidates = startable(waiting).map((first) => sessionFrom(first, waiting));
  const counted = candidates.map((session) => ({ session, rest: sessionsLeft(without(waiting, session)) }));
  return counted.reduce<{ session: Step[]; rest: number }>(
    (best, candidate) => (candidate.rest < best.rest ? candidate : best),
    { session: [], rest: Number.POSITIVE_INFINITY },
  ).session;
}

/**
 * How many sessions remain when each time one is taken after which nobody has to come back to that shell and host, and the
 * first that can start where there is none. Stuck steps count as one.
 */
function sessionsLeft(waiting: readonly Step[]): number {
  let left = waiting;
  let count = 0;
  while (left.length > 0) {
    const sessions = startable(left).map((first) => sessionFrom(first, left));
    count += 1;
    const session = sessions.find((whole) => whole.length === sameSessionCount(whole, left)) ?? sessions[0];
    if (session === undefined) return count;
    left = without(left, session);
  }
  return count;
}

function sameSessionCount([first]: readonly Step[], waiting: readonly Step[]): number {
  return first === undefined ? 0 : waiting.filter((step) => sameSession(step, first)).length;
}

/** The first ready step of every shell and host. */
function startable(waiting: readonly Step[]): Step[] {
  const open = new Set(waiting.map((step) => step.id));
  const ready = waiting.filter((step) => !step.after.some((id) => open.has(id)));
  return ready.filter((step, index) => ready.findIndex((other) => sameSession(step, other)) === index);
}

/** Everything that can be done in the session of a ready step without leaving it. */
function sessionFrom(first: Step, waiting: readonly Step[]): Step[] {
  const open = new Set(waiting.map((step) => step.id));
  const here = waiting.filter((step) => sameSession(step, first));
  const session: Step[] = [];
  for (let next: Step | undefined = first; next !== undefined; ) {
    session.push(next);
    open.delete(next.id);
    next = here.find((step) => open.has(step.id) && !step.after.some((id) => open.has(id)));
  }
  return session;
}

function without(steps: readonly Step[], done: readonly Step[]): Step[] {
  const ids = new Set(done.map((step) => step.id));
  return steps.filter((step) => !ids.has(step.id));
}

function sameSession(left: Step, right: Step): boolean {
  return left.shell === right.shell && left.host === right.host;
}

function checkPhases(byId: ReadonlyMap<string, Step>): void {
  for (const step of byId.values()) {
    for (const id of step.after) {
      const before = byId.get(id);
      if (before !== undefined && before.phase > step.phase) {
        throw errors.afterLaterPhase(step.id, step.phase, before.id, before.phase);
      }
    }
  }
}

function stuckCycle(stuck: Step, waiting: readonly Step[]): string[] {
  const after = new Map(waiting.map((step) => [step.id, step.after]));
  const inCycle = waiting.find((step) => ancestors(step.id, after).has(step.id)) ?? stuck;
  return cycleThrough(inCycle.id, after);
}

/** From a step that waits for itself back to it, each waiting for the next. */
function cycleThrough(id: string, after: ReadonlyMap<string, readonly string[]>): string[] {
  const path = [id];
  for (let current = id; ; ) {
    const next = (after.get(current) ?? []).find((before) => before === id || ancestors(before, after).has(id));
    if (next === undefined || next === id || path.includes(next)) return [...path, id];
    path.push(next);
    current = next;
  }
}

/**
 * Only the predecessors that say something: one that another predecessor waits for already is left out, so that `after`
 * stays readable and adding a step in between is a small change.
 *
 * @throws when steps wait for each other; the cycle is named
 */
export function reducePredecessors(after: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const reduced = new Map<string, string[]>();
  for (const [id, direct] of after) {
    // In a cycle everything implies everything: reducing would make it vanish instead of being refused.
    if (ancestors(id, after).has(id)) throw errors.cycle(cycleThrough(id, after));
    const implied = new Set(direct.flatMap((before) => [...ancestors(before, after)]));
    reduced.set(id, sortedSet(direct.filter((before) => !implied.has(before))));
  }
  return reduced;
}

/** Everything that a step waits for, directly or through others. */
export function ancestors(id: string, after: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [...(after.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(after.get(next) ?? []));
  }
  return found;
}

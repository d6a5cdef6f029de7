import type { ApprovalCard, ApprovalStep, ApprovalTask, FormLabel } from '@/api/contract';

/** Where a request has been or will be: one dot of the picture. */
export type Station =
  | { kind: 'submitted'; at: string; again: boolean }
  /** Steps that ran beside each other stand beside each other. */
  | { kind: 'steps'; steps: ApprovalStep[]; open: boolean }
  | { kind: 'returned' }
  | { kind: 'ahead'; name: FormLabel }
  | { kind: 'end'; state: ApprovalCard['state']; at?: string };

function time(instant: string | undefined): number {
  return instant ? Date.parse(instant) : Number.POSITIVE_INFINITY;
}

/** Steps in groups: one that began before all of the group had ended belongs to it. */
export function beside(steps: readonly ApprovalStep[]): ApprovalStep[][] {
  const groups: ApprovalStep[][] = [];
  for (const step of [...steps].sort((a, b) => time(a.enteredAt) - time(b.enteredAt))) {
    const group = groups.at(-1);
    const ended = Math.max(...(group ?? []).map((one) => time(one.leftAt)));
    if (group && time(step.enteredAt) < ended && group.every((one) => one.node !== step.node)) group.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** The whole way of a request: what has been, where it stands, what is to come. */
export function wayOf(card: Pick<ApprovalCard, 'way' | 'ahead' | 'state' | 'submittedAt' | 'closedAt'>): Station[] {
  const groups = beside(card.way);
  const before = groups.filter((group) => group.every((step) => time(step.enteredAt) < time(card.submittedAt)));
  const after = groups.slice(before.length);
  const stations: Station[] = [];
  const first = before[0]?.[0];
  if (first) stations.push({ kind: 'submitted', at: first.enteredAt, again: false }, ...before.map(stationOf));
  stations.push({ kind: 'submitted', at: card.submittedAt, again: first !== undefined }, ...after.map(stationOf));
  if (card.state === 'RETURNED') stations.push({ kind: 'returned' });
  stations.push(...card.ahead.map((step): Station => ({ kind: 'ahead', name: step.name })));
  stations.push({ kind: 'end', state: card.state, at: card.closedAt });
  return stations;
}

function stationOf(steps: ApprovalStep[]): Station {
  return { kind: 'steps', steps, open: steps.some((step) => !step.leftAt) };
}

/** Parts that say something: what went to somebody else without a word says nothing. */
export function partsOf(step: ApprovalStep): ApprovalTask[] {
  return step.tasks.filter((task) => task.state !== 'UNNEEDED' || step.tasks.length <= 8);
}

/** Whether how they decide together must be said: one alone decides alone. */
export function isTogether(step: ApprovalStep): boolean {
  return step.tasks.filter((task) => task.voice === 'DECIDES' && task.state !== 'MOVED').length > 1;
}

/** Whether the step should have been decided by now, or was decided too late. */
export function isLate(step: Pick<ApprovalStep, 'dueAt' | 'leftAt'>, now: number): boolean {
  return step.dueAt !== undefined && (step.leftAt ? time(step.leftAt) : now) > time(step.dueAt);
}

/** Key of the words for what somebody did; whoever was delegated only advises. */
export function wordsFor(task: Pick<ApprovalTask, 'state' | 'origin' | 'voice'>): string {
  if (task.state === 'MOVED') return task.origin === 'ADDED' || task.origin === 'DELEGATED' ? 'approval.task.takenBack' : 'approval.task.MOVED';
  if (task.voice === 'ADVISES' && (task.state === 'APPROVED' || task.state === 'REJECTED')) return `approval.task.advised${task.state}`;
  return `approval.task.${task.state}`;
}

/** Who said what, in the order of time: what is signed on paper. */
export interface Signature {
  id: string;
  step: FormLabel;
  name: string;
  /** Who signed, if somebody stood in. */
  by?: string;
  /** Key of the words for what it was. */
  words: string;
  opinion?: string;
  at?: string;
}

export function signaturesOf(card: Pick<ApprovalCard, 'way'>): Signature[] {
  return card.way
    .flatMap((step) => step.tasks.map((task) => ({ step, task })))
    .filter(({ task }) => task.decidedAt !== undefined || task.state === 'SKIPPED')
    .map(({ step, task }) => ({ id: task.id, step: step.name, name: task.personName, by: task.decidedByName, words: wordsFor(task), opinion: task.opinion, at: task.decidedAt }))
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
}

/** Who returned it last, and why. */
export function lastReturn(card: Pick<ApprovalCard, 'way'>): ApprovalTask | undefined {
  return card.way
    .flatMap((step) => step.tasks)
    .filter((task) => task.state === 'RETURNED')
    .sort((a, b) => (a.decidedAt ?? '').localeCompare(b.decidedAt ?? ''))
    .at(-1);
}

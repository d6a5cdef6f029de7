import type { ApprovalCard, ApprovalLine, ApprovalStep, ApprovalTask } from '@/api/contract';

export const approvalsKey = ['/api/approvals'];
export const countKey = [...approvalsKey, 'count'];

export function cardKey(id: string): string[] {
  return [...approvalsKey, 'card', id];
}

export const boxes = ['TODO', 'DONE', 'MINE', 'COPIED'] as const;
export type Box = (typeof boxes)[number];

export type RequestState = ApprovalCard['state'];
export type StepOutcome = NonNullable<ApprovalStep['outcome']>;

type Tone = 'seal' | 'jade' | 'ochre' | 'plain';

export const tones: Record<RequestState, Tone> = {
  OPEN: 'ochre',
  RETURNED: 'ochre',
  APPROVED: 'jade',
  REJECTED: 'seal',
  WITHDRAWN: 'plain',
  EXPIRED: 'plain',
  TERMINATED: 'seal',
};

export const taskTones: Partial<Record<ApprovalTask['state'], Tone>> = {
  APPROVED: 'jade',
  REJECTED: 'seal',
  RETURNED: 'ochre',
  OPEN: 'ochre',
};

/** One person may have had several parts in one request: lists tell them apart. */
export function lineId(line: Pick<ApprovalLine, 'id' | 'taskId'>): string {
  return line.taskId ? `${line.id}.${line.taskId}` : line.id;
}

/** The request that a line of a list is about. */
export function requestOf(id: string): string {
  return id.split('.')[0] ?? id;
}

/** The reader's own part, if he is asked now. */
export function ownTask(card: Pick<ApprovalCard, 'task' | 'way'>): ApprovalTask | undefined {
  return card.way.flatMap((step) => step.tasks).find((task) => task.id === card.task);
}

/**
 * Which line to open when the one at `index` is gone from the list or done with: what has moved into
 * its place, else the last.
 */
export function nextOf<Line extends { id: string }>(lines: readonly Line[], done: string, index: number): Line | undefined {
  const left = lines.filter((line) => line.id !== done);
  return left[Math.min(index, left.length - 1)];
}

import type { ApprovalCard, ApprovalTask } from '@/api/contract';

/** What can be done with a request, by who reads its card. */
export const acts = ['approve', 'reject', 'return', 'transfer', 'delegate', 'sign', 'urge', 'copy', 'resubmit', 'withdraw', 'terminate'] as const;
export type Act = (typeof acts)[number];

/** What an act asks for before it is done. */
interface Rule {
  /** The key that begins it. */
  key?: string;
  words: 'none' | 'may' | 'must';
  /** Whom it names: one person, or several. */
  who?: 'one' | 'some';
  /** Those that everybody looks for stand in front. */
  first?: boolean;
  tone?: 'primary' | 'danger';
}

export const rules: Record<Act, Rule> = {
  approve: { key: 'a', words: 'may', first: true, tone: 'primary' },
  reject: { key: 'r', words: 'must', first: true, tone: 'danger' },
  return: { key: 'b', words: 'must', first: true },
  transfer: { key: 't', words: 'may', who: 'one' },
  delegate: { key: 'd', words: 'may', who: 'one' },
  sign: { key: 's', words: 'may', who: 'one' },
  urge: { key: 'u', words: 'none', first: true },
  copy: { key: 'c', words: 'none', who: 'some' },
  resubmit: { key: 'e', words: 'none', first: true, tone: 'primary' },
  withdraw: { key: 'w', words: 'must', first: true },
  terminate: { words: 'must', tone: 'danger' },
};

/** What was chosen and written for an act. */
export interface Deed {
  words: string;
  people: string[];
  /** Where a return leads; '' is the requester. */
  step: string;
  before: boolean;
}

export function emptyDeed(): Deed {
  return { words: '', people: [], step: '', before: true };
}

/** What the reader may do now, in the order of the bar. */
export function actsOf(card: Pick<ApprovalCard, 'task' | 'may'>): Act[] {
  const deciding: Act[] = card.task ? ['approve', 'reject', 'return', 'transfer', 'delegate', 'sign'] : [];
  const around = (['urge', 'copy', 'resubmit', 'withdraw', 'terminate'] as const).filter((act) => card.may[act]);
  return [...deciding, ...around];
}

/** Acts on the bar, and those behind "more", which is not worth having for a single one. */
export function onTheBar(all: readonly Act[]): { first: Act[]; more: Act[] } {
  const more = all.filter((act) => !rules[act].first);
  return more.length > 1 ? { first: all.filter((act) => rules[act].first), more } : { first: [...all], more: [] };
}

export function actOfKey(key: string, all: readonly Act[]): Act | undefined {
  return all.find((act) => rules[act].key === key);
}

export function isReady(act: Act, deed: Deed): boolean {
  const { words, who } = rules[act];
  return (words !== 'must' || deed.words.trim() !== '') && (!who || deed.people.length > 0);
}

/** The request to the server that does it. */
export function callOf(act: Exclude<Act, 'resubmit'>, card: Pick<ApprovalCard, 'id' | 'task'>, deed: Deed): { path: string; body?: unknown } {
  const task = `/api/approval-tasks/${card.task}`;
  const request = `/api/approvals/${card.id}`;
  const words = deed.words.trim() || undefined;
  const person = deed.people[0];
  switch (act) {
    case 'approve':
      return { path: `${task}/approve`, body: { opinion: words } };
    case 'reject':
      return { path: `${task}/reject`, body: { opinion: words } };
    case 'return':
      return { path: `${task}/return`, body: { step: deed.step || undefined, opinion: words } };
    case 'transfer':
      return { path: `${task}/transfer`, body: { person, reason: words } };
    case 'delegate':
      return { path: `${task}/delegate`, body: { person, reason: words } };
    case 'sign':
      return { path: `${task}/signers`, body: { person, before: deed.before, reason: words } };
    case 'copy':
      return { path: `${request}/copies`, body: { people: deed.people } };
    case 'urge':
      return { path: `${request}/urge` };
    case 'withdraw':
      return { path: `${request}/withdraw`, body: { reason: words } };
    case 'terminate':
      return { path: `${request}/terminate`, body: { reason: words } };
  }
}

/** What somebody's word is worth here, which is not always a decision. */
export function voiceOf(task: ApprovalTask | undefined): ApprovalTask['voice'] {
  return task?.voice ?? 'DECIDES';
}

import { describe, expect, it } from 'vitest';
import type { ApprovalCard, ApprovalStep, ApprovalTask } from '@/api/contract';
import { beside, isLate, isTogether, signaturesOf, wayOf } from '../way';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString();

function step(node: string, entered: number, left?: number, more: Partial<ApprovalStep> = {}): ApprovalStep {
  return {
    node,
    name: { zh: node, en: node },
    mode: 'ALL',
    share: 0,
    enteredAt: at(entered),
    leftAt: left === undefined ? undefined : at(left),
    outcome: left === undefined ? undefined : 'APPROVED',
    tasks: [],
    ...more,
  };
}

function task(voice: ApprovalTask['voice'], state: ApprovalTask['state'] = 'OPEN'): ApprovalTask {
  return { id: 't', personName: '某', origin: 'NAMED', voice, state, mayRemove: false };
}

function card(way: ApprovalStep[], more: Partial<ApprovalCard> = {}) {
  return { way, ahead: [], state: 'OPEN' as const, submittedAt: at(0), ...more };
}

const nodes = (groups: ApprovalStep[][]) => groups.map((group) => group.map((one) => one.node));

describe('the way of a request', () => {
  it('puts parallel steps beside each other and others below', () => {
    const way = [step('first', 0, 5), step('left', 5, 9), step('right', 5), step('last', 9)];
    expect(nodes(beside(way.slice(0, 3)))).toEqual([['first'], ['left', 'right']]);
  });

  it('keeps a step that begins when another ends below it', () => {
    expect(nodes(beside([step('a', 0, 5), step('b', 5, 8)]))).toEqual([['a'], ['b']]);
  });

  it('never puts a step beside itself', () => {
    expect(nodes(beside([step('a', 0), step('a', 1)]))).toEqual([['a'], ['a']]);
  });

  it('tells submitted, been, ahead and the end', () => {
    const stations = wayOf(card([step('a', 0, 5), step('b', 5)], { ahead: [{ node: 'c', name: { zh: '丙', en: 'C' } }] }));
    expect(stations.map((one) => one.kind)).toEqual(['submitted', 'steps', 'steps', 'ahead', 'end']);
    expect(stations.map((one) => one.kind === 'steps' && one.open)).toEqual([false, false, true, false, false]);
  });

  it('shows what was before a request was submitted again', () => {
    const way = [step('a', 0, 5, { outcome: 'RETURNED' }), step('a', 20)];
    const stations = wayOf(card(way, { submittedAt: at(20) }));
    expect(stations.map((one) => (one.kind === 'submitted' ? `submitted ${one.again}` : one.kind))).toEqual(['submitted false', 'steps', 'submitted true', 'steps', 'end']);
  });

  it('waits with the requester while it is returned', () => {
    const stations = wayOf(card([step('a', 0, 5, { outcome: 'RETURNED' })], { state: 'RETURNED' }));
    expect(stations.map((one) => one.kind)).toEqual(['submitted', 'steps', 'returned', 'end']);
  });
});

describe('a step', () => {
  it('says how people decide only where several do', () => {
    expect(isTogether(step('a', 0, 1, { tasks: [task('DECIDES'), task('CONSENTS')] }))).toBe(false);
    expect(isTogether(step('a', 0, 1, { tasks: [task('DECIDES', 'MOVED'), task('DECIDES')] }))).toBe(false);
    expect(isTogether(step('a', 0, 1, { tasks: [task('DECIDES'), task('DECIDES')] }))).toBe(true);
  });

  it('is late by when it was left, or by now', () => {
    expect(isLate({ dueAt: at(10), leftAt: at(9) }, Date.parse(at(30)))).toBe(false);
    expect(isLate({ dueAt: at(10), leftAt: at(11) }, Date.parse(at(5)))).toBe(true);
    expect(isLate({ dueAt: at(10) }, Date.parse(at(11)))).toBe(true);
    expect(isLate({}, Date.parse(at(11)))).toBe(false);
  });

  it('calls the word of a delegate an advice, on paper too', () => {
    const done = (origin: 'NAMED' | 'DELEGATED', voice: 'DECIDES' | 'ADVISES', state: 'APPROVED' | 'MOVED') => ({ ...task(voice, state), origin, decidedAt: at(1) });
    const way = [step('a', 0, 5, { tasks: [done('NAMED', 'DECIDES', 'APPROVED'), done('DELEGATED', 'ADVISES', 'APPROVED'), done('DELEGATED', 'ADVISES', 'MOVED'), done('NAMED', 'DECIDES', 'MOVED')] })];
    expect(signaturesOf(card(way)).map((one) => one.words)).toEqual(['approval.task.APPROVED', 'approval.task.advisedAPPROVED', 'approval.task.takenBack', 'approval.task.MOVED']);
  });
});

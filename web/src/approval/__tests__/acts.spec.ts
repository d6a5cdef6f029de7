import { describe, expect, it } from 'vitest';
import { actOfKey, acts, actsOf, callOf, emptyDeed, isReady, onTheBar, rules } from '../acts';
import { lineId, nextOf, requestOf } from '../approval';
import { obstacle } from '../batch';

const nothing = { withdraw: false, resubmit: false, urge: false, copy: false, terminate: false };

describe('what may be done', () => {
  it('lets decide only who is asked', () => {
    expect(actsOf({ task: undefined, may: nothing })).toEqual([]);
    expect(actsOf({ task: 't1', may: { ...nothing, copy: true } })).toEqual(['approve', 'reject', 'return', 'transfer', 'delegate', 'sign', 'copy']);
    expect(actsOf({ task: undefined, may: { ...nothing, urge: true, withdraw: true } })).toEqual(['urge', 'withdraw']);
  });

  it('begins with a key only what may be done', () => {
    const mine = actsOf({ task: undefined, may: { ...nothing, withdraw: true } });
    expect(actOfKey('w', mine)).toBe('withdraw');
    expect(actOfKey('a', mine)).toBeUndefined();
  });

  it('gives every key to one act, and none that lists use', () => {
    const keys = acts.flatMap((act) => rules[act].key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => ['j', 'k', 'x', 'n', 'Enter', 'Escape'].includes(key))).toEqual([]);
  });

  it('has the common ones on the bar and the rest behind it', () => {
    expect(onTheBar(['approve', 'reject', 'return', 'transfer', 'copy'])).toEqual({ first: ['approve', 'reject', 'return'], more: ['transfer', 'copy'] });
    expect(onTheBar(['urge', 'copy'])).toEqual({ first: ['urge', 'copy'], more: [] });
  });

  it('asks for words and people where the server does', () => {
    expect(isReady('approve', emptyDeed())).toBe(true);
    expect(isReady('reject', { ...emptyDeed(), words: '  ' })).toBe(false);
    expect(isReady('transfer', { ...emptyDeed(), words: '外出' })).toBe(false);
    expect(isReady('transfer', { ...emptyDeed(), people: ['p'] })).toBe(true);
  });

  it('sends no empty words', () => {
    const card = { id: 'r', task: 't' };
    expect(callOf('approve', card, emptyDeed())).toEqual({ path: '/api/approval-tasks/t/approve', body: { opinion: undefined } });
    expect(callOf('return', card, { ...emptyDeed(), words: '补 ', step: 'first' })).toEqual({ path: '/api/approval-tasks/t/return', body: { step: 'first', opinion: '补' } });
    expect(callOf('copy', card, { ...emptyDeed(), people: ['p', 'q'] })).toEqual({ path: '/api/approvals/r/copies', body: { people: ['p', 'q'] } });
  });
});

describe('several at once', () => {
  it('must be of one type, and of one that need not be looked at', () => {
    expect(obstacle([{ type: 'a', mayBatch: true }, { type: 'a', mayBatch: true }])).toBeUndefined();
    expect(obstacle([{ type: 'a', mayBatch: true }, { type: 'b', mayBatch: true }])).toBe('oneType');
    expect(obstacle([{ type: 'a', mayBatch: false }])).toBe('lookAt');
  });
});

describe('lines of the inbox', () => {
  it('tell several parts in one request apart', () => {
    expect(lineId({ id: 'r', taskId: 't' })).toBe('r.t');
    expect(lineId({ id: 'r' })).toBe('r');
    expect(requestOf('r.t')).toBe('r');
  });

  it('go on with what took the place of the one done', () => {
    const lines = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    expect(nextOf(lines, 'a', 0)?.id).toBe('b');
    expect(nextOf([{ id: 'a' }, { id: 'c' }], 'b', 1)?.id).toBe('c');
    expect(nextOf([{ id: 'a' }], 'b', 1)?.id).toBe('a');
    expect(nextOf([], 'b', 0)).toBeUndefined();
  });
});

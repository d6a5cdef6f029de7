import { describe, expect, it } from 'vitest';
import { draftOf, moved, newRule, ruleOf } from '../rules';

describe('assignment rules', () => {
  it('send only what a rule of their kind has', () => {
    const draft = { ...newRule('LOAD', ' 均衡 '), department: 'd', months: 3, places: [{ prefix: '33', person: 'p', department: '' }] };

    expect(ruleOf(draft)).toEqual({ kind: 'LOAD', name: '均衡', active: true, most: undefined, months: undefined, department: 'd', places: [] });
  });

  it('come back as they were sent', () => {
    const draft = { ...newRule('REGION', '绍兴'), places: [{ prefix: '3306', person: 'p', department: '' }] };

    expect(draftOf(ruleOf(draft))).toEqual(draft);
  });

  it('move by one place and stay at the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});

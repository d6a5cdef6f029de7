import { describe, expect, it } from 'vitest';
import { cell, comparison, editable, group, isWhole, moved, sums } from '../grading';

const years = { code: 'cooperationYears', label: { zh: '合作年限', en: 'Years' }, type: 'NUMBER', options: [] } as const;

describe('rules', () => {
  it('are whole when every comparison has what it needs', () => {
    const empty = comparison({ ...years, options: [] });
    expect(isWhole(group('ALL', empty))).toBe(false);
    expect(isWhole(group('ALL', { ...empty, values: ['5'] }))).toBe(true);
    expect(isWhole(group('ANY', { ...empty, operator: 'KNOWN' }))).toBe(true);
    expect(isWhole(group('ANY'))).toBe(false);
  });

  it('have a group at their top while they are edited', () => {
    const single = { ...comparison({ ...years, options: [] }), values: ['5'] };
    expect(editable({ rules: [{ grade: 'A', when: single }] }).rules[0]?.when).toEqual(group('ALL', single));
  });

  it('change places with their neighbour and stay at the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

describe('a preview', () => {
  const preview = { graded: 9, moving: 4, byHand: 1, rules: [], moves: [{ from: 'A', to: 'A', count: 5 }, { to: 'A', count: 3 }, { from: 'C', count: 1 }] } as never;

  it('is read from grade to grade', () => {
    expect(cell(preview, 'NONE', 'A')).toBe(3);
    expect(cell(preview, 'C', 'NONE')).toBe(1);
    expect(sums(preview).find((one) => one.grade === 'A')).toEqual({ grade: 'A', before: 5, after: 8 });
  });
});

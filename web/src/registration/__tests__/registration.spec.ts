import { describe, expect, it } from 'vitest';
import { left } from '../registration';

describe('what is left of the term', () => {
  it('counts working days to both sides of the due day', () => {
    expect(left({ state: 'DUE', daysLeft: 3, overdue: false })).toEqual({ key: 'left', days: 3 });
    expect(left({ state: 'ASKED', daysLeft: 0, overdue: false })).toEqual({ key: 'today', days: 0 });
    expect(left({ state: 'DUE', daysLeft: -2, overdue: true })).toEqual({ key: 'over', days: 2 });
  });

  it('calls a weekend after the due day the first day over', () => {
    expect(left({ state: 'DUE', daysLeft: 0, overdue: true })).toEqual({ key: 'over', days: 1 });
  });

  it('says nothing once it is done', () => {
    expect(left({ state: 'DONE', daysLeft: 0, overdue: false }).key).toBe('none');
  });
});

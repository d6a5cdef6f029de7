import { describe, expect, it } from 'vitest';
import type { ApprovalFigures } from '@/api/contract';
import { lasting, narrowedBy, perDay, share } from '../figures';

const count = { requests: 9, open: 2, approved: 4, rejected: 1, late: 3 };
const figures: ApprovalFigures = {
  first: '2026-10-30',
  last: '2026-11-01',
  all: count,
  days: [{ day: '2026-10-31', count }],
  types: [],
  departments: [],
  steps: [],
  people: [],
};

describe('figures of approvals', () => {
  it('count each day of the span by how requests ended', () => {
    expect(perDay(figures, 'approved')).toEqual([0, 4, 0]);
    expect(perDay(figures, 'other')).toEqual([0, 2, 0]);
  });

  it('say times as people do', () => {
    const words = (key: string, named: { n: string }) => `${named.n} ${key.split('.').at(-1)}`;
    expect(lasting(0.01, words)).toBe('1 moment');
    expect(lasting(0, words)).toBe('1 moment');
    expect(lasting(0.25, words)).toBe('15 minutes');
    expect(lasting(5.04, words)).toBe('5.0 hours');
    expect(lasting(60, words)).toBe('2.5 days');
    expect(lasting(undefined, words)).toBe('');
  });

  it('tell shares of something only', () => {
    expect(share(1, 5)).toBe('20 %');
    expect(share(0, 0)).toBe('');
  });

  it('take from the address what narrows the list, and nothing else', () => {
    expect(narrowedBy({ first: '2026-10-30', type: 'x', state: '', overdue: 'true', q: ['1'] })).toEqual({ type: 'x', overdue: 'true' });
  });
});

import { describe, expect, it } from 'vitest';
import { byYear } from '../expense';

describe('expenses by year', () => {
  it('adds in fen and puts the latest year first', () => {
    const years = byYear([
      { year: 2025, kind: 'GIFT', amount: 3, count: 1 },
      { year: 2026, kind: 'GIFT', amount: 0.1, count: 1 },
      { year: 2026, kind: 'TRAVEL', amount: 0.2, count: 1 },
    ]);

    expect(years.map((one) => one.year)).toEqual([2026, 2025]);
    expect(years[0]).toEqual({ year: 2026, total: 0.3, kinds: { GIFT: 0.1, TRAVEL: 0.2 } });
  });
});

import { describe, expect, it } from 'vitest';
import { bytes, day, minute } from '../format';

describe('what people read', () => {
  it('writes days and minutes', () => {
    expect(day('2026-11-22')).toBe('2026-11-22');
    expect(day('2026-01-04T16:07:00Z')).toBe('2026-01-05');
    expect(minute('2026-01-05T01:07:00Z')).toBe('2026-01-05 09:07');
    expect(minute('2026-01-04T16:07:00Z')).toBe('2026-01-05 00:07');
    expect([day('nonsense'), day(null), minute(undefined)]).toEqual(['', '', '']);
  });

  it('writes sizes', () => {
    expect([0, 1023, 1024, 12_700, 5_000_000_000].map(bytes)).toEqual(['0 B', '1023 B', '1.00 KB', '12.4 KB', '4.66 GB']);
  });
});

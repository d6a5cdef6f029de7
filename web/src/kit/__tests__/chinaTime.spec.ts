import { describe, expect, it } from 'vitest';
import { dayOfCell, dayStart, instantAt, plusDays, today, wallTime } from '../chinaTime';

describe("the company's clock", () => {
  it('is China\'s wherever the page is read', () => {
    expect(wallTime(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23 00:00:00');
    expect(today(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
    expect(dayStart('2026-11-23').toISOString()).toBe('2026-11-22T16:00:00.000Z');
  });

  it('comes back from what it shows', () => {
    const instant = new Date('2026-12-31T16:00:01Z');
    expect(instantAt(wallTime(instant))).toEqual(instant);
  });

  it('counts days over months and leap years', () => {
    expect([plusDays('2026-12-31', 1), plusDays('2028-03-01', -1), plusDays('2026-11-22', 0)]).toEqual(['2027-01-01', '2028-02-29', '2026-11-22']);
  });

  it('takes a cell of a picker for the day written in it', () => {
    expect(dayOfCell(new Date(2026, 0, 5))).toBe('2026-01-05');
  });
});

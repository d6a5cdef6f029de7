import { describe, expect, it } from 'vitest';
import type { ActivityFigures } from '@/api/contract';
import { daysBetween, perDay, refusedPerDay } from '../charts';
import { daysBack, instantsOf, monthBefore } from '../days';

const figures: ActivityFigures = {
  first: '2026-10-30',
  last: '2026-11-02',
  events: 9,
  refused: 3,
  changes: 0,
  people: 1,
  days: [
    { day: '2026-10-31', actClass: 'USER', events: 5, refused: 1 },
    { day: '2026-10-31', actClass: 'ARCHIVE', events: 3, refused: 2 },
    { day: '2026-11-02', actClass: 'USER', events: 1, refused: 0 },
  ],
  hours: [],
  topPeople: [],
  topActs: [],
  refusals: [],
};

describe('charts', () => {
  it('count each day of the span, empty ones too', () => {
    expect(daysBetween('2026-10-30', '2026-11-02')).toEqual(['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02']);
    expect(perDay(figures, 'USER')).toEqual([0, 5, 0, 1]);
    expect(perDay(figures, 'SYSTEM')).toEqual([0, 0, 0, 0]);
  });

  it('add up refusals of all classes', () => {
    expect(refusedPerDay(figures)).toEqual([0, 3, 0, 0]);
  });
});

describe('days', () => {
  it('know the month before, over the turn of the year too', () => {
    expect(monthBefore(new Date('2026-03-30T16:30:00Z'))).toEqual({ first: '2026-02-01', last: '2026-02-28' });
    expect(monthBefore(new Date('2026-12-31T16:00:00Z'))).toEqual({ first: '2026-12-01', last: '2026-12-31' });
    expect(daysBack(29, new Date('2026-11-22T20:00:00Z'))).toBe('2026-10-25');
  });

  it('include the last day whole', () => {
    const { from, until } = instantsOf('2026-10-31', '2026-10-31');
    expect([from, until]).toEqual(['2026-10-30T16:00:00.000Z', '2026-10-31T16:00:00.000Z']);
  });
});

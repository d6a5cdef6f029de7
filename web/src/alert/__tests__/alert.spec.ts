import { describe, expect, it } from 'vitest';
import type { AlertRule } from '@/api/contract';
import { adjustmentOf, logOf, wordsFor } from '../alert';

const nights: AlertRule = {
  kind: 'UNUSUAL_HOURS',
  on: true,
  limit: 20,
  nightFrom: '22:00:00',
  nightUntil: '06:00:00',
  acts: ['*'],
  version: 3,
};

describe('alerts', () => {
  it('leads to the log of the person and the minutes', () => {
    const times = { since: '2026-11-22T17:12:40.123Z', until: '2026-11-22T17:40:00.000Z' };
    const span = 'from=2026-11-22T17%3A12%3A00.000Z&until=2026-11-22T17%3A41%3A00.000Z';
    expect(logOf({ ...times, kind: 'MASS_READING', personId: 'p1', address: '10.0.8.1' })).toBe(`/audit?actorId=p1&${span}`);
    expect(logOf({ ...times, kind: 'REFUSALS_FROM_ADDRESS', address: '10.0.8.1' })).toBe(`/audit?address=10.0.8.1&result=REFUSED&${span}`);
  });

  it('fills sentences and forms with the numbers that a rule uses', () => {
    expect(wordsFor(nights)).toMatchObject({ limit: 20, nightFrom: '22:00', nightUntil: '06:00' });
    expect(adjustmentOf(nights)).toEqual({ on: true, limit: 20, nightFrom: '22:00', nightUntil: '06:00', acts: ['*'], reason: '', windowMinutes: undefined, days: undefined, factor: undefined });
  });
});

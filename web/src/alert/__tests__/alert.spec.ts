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
  it('leads to the log of the person and the days', () => {
    const since = new Date(2026, 10, 22, 23, 50).toISOString();
    const until = new Date(2026, 10, 23, 0, 40).toISOString();
    expect(logOf({ personId: 'p1', since, until })).toBe('/audit?actorId=p1&from=2026-11-22&to=2026-11-23');
    expect(logOf({ since, until })).toBe('/audit?from=2026-11-22&to=2026-11-23');
  });

  it('fills sentences and forms with the numbers that a rule uses', () => {
    expect(wordsFor(nights)).toMatchObject({ limit: 20, nightFrom: '22:00', nightUntil: '06:00' });
    expect(adjustmentOf(nights)).toEqual({ on: true, limit: 20, nightFrom: '22:00', nightUntil: '06:00', reason: '', windowMinutes: undefined, days: undefined, factor: undefined });
  });
});

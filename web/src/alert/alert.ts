import type { Alert, AlertRule } from '@/api/contract';

export const states: Alert['state'][] = ['OPEN', 'ACKNOWLEDGED', 'CLOSED'];
export const tones = { OPEN: 'seal', ACKNOWLEDGED: 'ochre', CLOSED: 'plain' } as const;
export const conclusions: NonNullable<Alert['conclusion']>[] = ['LEGITIMATE', 'FALSE_ALARM', 'VIOLATION', 'UNCLEAR'];
export const kinds: Alert['kind'][] = [
  'MASS_READING',
  'MASS_EXPORT',
  'UNUSUAL_HOURS',
  'REFUSALS_BY_PERSON',
  'REFUSALS_FROM_ADDRESS',
  'DORMANT_AWAKE',
  'REVEALS_ABOVE_NORM',
  'NEW_PLACE',
];

const MINUTE = 60_000;

/** The log of the person, or of the address when nobody is known, over the minutes that the alert is about. */
export function logOf(alert: Pick<Alert, 'kind' | 'personId' | 'address' | 'since' | 'until'>): string {
  const first = Math.floor(Date.parse(alert.since) / MINUTE) * MINUTE;
  const last = (Math.floor(Date.parse(alert.until) / MINUTE) + 1) * MINUTE;
  const who: Record<string, string> = alert.personId ? { actorId: alert.personId } : { address: alert.address ?? '' };
  const refused: Record<string, string> = alert.kind.startsWith('REFUSALS') ? { result: 'REFUSED' } : {};
  const query = new URLSearchParams({ ...who, ...refused, from: new Date(first).toISOString(), until: new Date(last).toISOString() });
  return `/audit?${query.toString()}`;
}

export const numbers = ['limit', 'windowMinutes', 'days', 'factor'] as const;
export const times = ['nightFrom', 'nightUntil'] as const;

/** A time of day without its seconds. */
export function short(time: string | null | undefined): string {
  return (time ?? '').slice(0, 5);
}

/** What a rule's sentence is filled with. */
export function wordsFor(rule: AlertRule): Record<string, string | number> {
  return {
    limit: rule.limit ?? 0,
    minutes: rule.windowMinutes ?? 0,
    days: rule.days ?? 0,
    factor: rule.factor ?? 0,
    nightFrom: short(rule.nightFrom),
    nightUntil: short(rule.nightUntil),
  };
}

export interface Adjustment {
  on: boolean;
  limit?: number | null;
  windowMinutes?: number | null;
  days?: number | null;
  factor?: number | null;
  nightFrom?: string | null;
  nightUntil?: string | null;
  acts: string[];
  reason?: string;
}

/** A rule as a form begins with it; numbers that its kind does not use stay absent. */
export function adjustmentOf(rule: AlertRule): Adjustment {
  return {
    on: rule.on,
    limit: rule.limit,
    windowMinutes: rule.windowMinutes,
    days: rule.days,
    factor: rule.factor,
    nightFrom: rule.nightFrom ? short(rule.nightFrom) : undefined,
    nightUntil: rule.nightUntil ? short(rule.nightUntil) : undefined,
    acts: [...rule.acts],
    reason: '',
  };
}

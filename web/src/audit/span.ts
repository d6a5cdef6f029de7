import { dayStart, plusDays, today } from '@/kit/chinaTime';

export type QuickSpan = 'today' | 'week' | 'month';

const days: Record<QuickSpan, number> = { today: 1, week: 7, month: 30 };

/** The instant at which the span began: midnight of its first day, today included. */
export function quickSpan(span: QuickSpan, now = new Date()): string {
  return dayStart(plusDays(today(now), 1 - days[span])).toISOString();
}

import { dayStart, plusDays, today } from '@/kit/chinaTime';

/** The day so many days before today, as 2026-11-22. */
export function daysBack(days: number, now = new Date()): string {
  return plusDays(today(now), -days);
}

/** The whole month before this one. */
export function monthBefore(now = new Date()): { first: string; last: string } {
  const last = plusDays(firstOfMonth(today(now)), -1);
  return { first: firstOfMonth(last), last };
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`;
}

/** The instants between which the log is asked for these days. */
export function instantsOf(first: string, last: string): { from: string; until: string } {
  return { from: dayStart(first).toISOString(), until: dayStart(plusDays(last, 1)).toISOString() };
}

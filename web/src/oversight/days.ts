import { today } from '@/kit/format';

/** The day so many days before today, as 2026-11-22. */
export function daysBack(days: number, now = new Date()): string {
  return today(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
}

/** The whole month before this one. */
export function monthBefore(now = new Date()): { first: string; last: string } {
  return {
    first: today(new Date(now.getFullYear(), now.getMonth() - 1, 1)),
    last: today(new Date(now.getFullYear(), now.getMonth(), 0)),
  };
}

/** The instants between which the log is asked for these days. */
export function instantsOf(first: string, last: string): { from: string; until: string } {
  const [year = 0, month = 1, day = 1] = last.split('-').map(Number);
  return { from: new Date(`${first}T00:00:00`).toISOString(), until: new Date(year, month - 1, day + 1).toISOString() };
}

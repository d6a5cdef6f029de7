import type { CalendarYear } from '@/api/contract';

export type SpecialDay = CalendarYear['days'][number];

/** One day as the calendar shows it. */
export interface Cell {
  /** As 2026-10-01. */
  date: string;
  day: number;
  weekend: boolean;
  special?: SpecialDay;
  /** Whether people work that day. */
  working: boolean;
}

export interface Month {
  month: number;
  /** Weeks from Monday; absent where another month's days would stand. */
  weeks: (Cell | undefined)[][];
  workingDays: number;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function cellOf(year: number, month: number, day: number, special: ReadonlyMap<string, SpecialDay>): Cell {
  const date = `${year}-${two(month)}-${two(day)}`;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const weekend = weekday === 0 || weekday === 6;
  const named = special.get(date);
  return { date, day, weekend, special: named, working: named ? named.kind === 'WORK' : !weekend };
}

/** The twelve months of a year, each as weeks of seven places. */
export function monthsOf(year: number, days: readonly SpecialDay[]): Month[] {
  const special = new Map(days.map((one) => [one.day, one]));
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const before = (new Date(Date.UTC(year, index, 1)).getUTCDay() + 6) % 7;
    const cells = Array.from({ length }, (_one, day) => cellOf(year, month, day + 1, special));
    const places = [...Array.from({ length: before }, () => undefined), ...cells];
    const weeks = Array.from({ length: Math.ceil(places.length / 7) }, (_one, week) =>
      Array.from({ length: 7 }, (_place, at) => places[week * 7 + at]),
    );
    return { month, weeks, workingDays: cells.filter((cell) => cell.working).length };
  });
}

/** A stretch of days with one name, as people speak of holidays. */
export interface Stretch {
  kind: SpecialDay['kind'];
  name: string;
  from: string;
  to: string;
  days: number;
}

/** Days that follow each other under one name, taken together. */
export function stretchesOf(days: readonly SpecialDay[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const one of days) {
    const last = stretches.at(-1);
    const follows = last && Date.parse(one.day) - Date.parse(last.to) === 86_400_000;
    if (last && follows && last.kind === one.kind && last.name === one.name) {
      last.to = one.day;
      last.days += 1;
    } else {
      stretches.push({ kind: one.kind, name: one.name, from: one.day, to: one.day, days: 1 });
    }
  }
  return stretches;
}

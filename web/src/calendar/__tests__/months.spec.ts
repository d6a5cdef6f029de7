import { describe, expect, it } from 'vitest';
import { monthsOf, stretchesOf, type SpecialDay } from '../months';

const october: SpecialDay[] = [
  { day: '2026-09-20', kind: 'WORK', name: '国庆节调休上班' },
  ...[1, 2, 3, 4, 5, 6, 7].map((day): SpecialDay => ({ day: `2026-10-0${day}`, kind: 'OFF', name: '国庆节' })),
  { day: '2026-10-10', kind: 'WORK', name: '国庆节调休上班' },
];

describe('the year in months', () => {
  it('begins weeks on Monday and leaves places of other months free', () => {
    const months = monthsOf(2026, []);
    // 2026-10-01 is a Thursday
    expect(months[9]?.weeks[0]?.map((cell) => cell?.day)).toEqual([undefined, undefined, undefined, 1, 2, 3, 4]);
    expect(months[1]?.weeks.flat().filter(Boolean)).toHaveLength(28);
    expect(months.every((month) => month.weeks.every((week) => week.length === 7))).toBe(true);
  });

  it('counts working days with holidays and make-up days', () => {
    expect(monthsOf(2026, [])[9]?.workingDays).toBe(22);
    expect(monthsOf(2026, october)[9]?.workingDays).toBe(18);
    const sunday = monthsOf(2026, october)[8]?.weeks.flat().find((cell) => cell?.date === '2026-09-20');
    expect(sunday).toMatchObject({ weekend: true, working: true });
  });

  it('knows leap years', () => {
    expect(monthsOf(2028, [])[1]?.weeks.flat().filter(Boolean)).toHaveLength(29);
  });
});

describe('holidays', () => {
  it('takes days together that follow each other under one name', () => {
    expect(stretchesOf(october)).toEqual([
      { kind: 'WORK', name: '国庆节调休上班', from: '2026-09-20', to: '2026-09-20', days: 1 },
      { kind: 'OFF', name: '国庆节', from: '2026-10-01', to: '2026-10-07', days: 7 },
      { kind: 'WORK', name: '国庆节调休上班', from: '2026-10-10', to: '2026-10-10', days: 1 },
    ]);
  });
});

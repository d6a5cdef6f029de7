import type { EChartsCoreOption } from 'echarts/core';
import type { ApprovalFigures } from '@/api/contract';
import type { Palette } from '@/kit/palette';
import { daysBetween } from '@/oversight/charts';

type Words = (key: string) => string;

export const outcomes = ['approved', 'rejected', 'open', 'other'] as const;
type Outcome = (typeof outcomes)[number];

/** What narrows the requests behind a figure; all of it stands in the address. */
export const narrowings = ['type', 'node', 'state', 'departmentId', 'personId', 'overdue'] as const;
export type Narrowing = (typeof narrowings)[number];

/** Requests a day that came to this end; days without any are 0. */
export function perDay(figures: ApprovalFigures, outcome: Outcome): number[] {
  const counts = new Map(figures.days.map(({ day, count }) => [day, outcome === 'other' ? count.requests - count.approved - count.rejected - count.open : count[outcome]]));
  return daysBetween(figures.first, figures.last).map((day) => counts.get(day) ?? 0);
}

/** A share as 12 %; nothing of nothing is no share. */
export function share(part: number, all: number): string {
  return all === 0 ? '' : `${Math.round((part / all) * 100)} %`;
}

/** Hours as people say them: minutes below one hour, days from two days on. */
export function lasting(hours: number | null | undefined, words: (key: string, named: { n: string }) => string): string {
  if (hours === null || hours === undefined) return '';
  if (hours * 60 < 1) return words('approval.figures.moment', { n: '1' });
  if (hours < 1) return words('approval.figures.minutes', { n: String(Math.round(hours * 60)) });
  if (hours < 48) return words('approval.figures.hours', { n: hours.toFixed(1) });
  return words('approval.figures.days', { n: (hours / 24).toFixed(1) });
}

/** What is asked of the server for the requests behind what was chosen. */
export function narrowedBy(query: Record<string, unknown>): Partial<Record<Narrowing, string>> {
  return Object.fromEntries(narrowings.flatMap((one) => (typeof query[one] === 'string' && query[one] !== '' ? [[one, query[one]]] : [])));
}

export function dayChart(figures: ApprovalFigures, words: Words, colours: Palette): EChartsCoreOption {
  const tones = { approved: colours.jade, rejected: colours.vermilion, open: colours.ochre, other: colours.quiet };
  const axis = {
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { color: colours.quiet, hideOverlap: true },
    splitLine: { lineStyle: { color: colours.line } },
  };
  return {
    textStyle: { fontFamily: colours.face, color: colours.quiet },
    tooltip: { trigger: 'axis', backgroundColor: colours.sheet, borderColor: colours.line, textStyle: { color: colours.ink }, confine: true },
    legend: { top: 0, right: 0, textStyle: { color: colours.ink }, itemWidth: 12, itemHeight: 8 },
    grid: { left: 8, right: 8, top: 32, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: daysBetween(figures.first, figures.last), ...axis },
    yAxis: { type: 'value', minInterval: 1, ...axis },
    series: outcomes.map((one) => ({
      name: words(`approval.figures.${one}`),
      type: 'bar',
      stack: 'all',
      barMaxWidth: 28,
      itemStyle: { color: tones[one] },
      data: perDay(figures, one),
    })),
  };
}

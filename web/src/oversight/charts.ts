import type { EChartsCoreOption } from 'echarts/core';
import type { ActivityFigures } from '@/api/contract';
import type { Palette } from '@/kit/palette';

type Words = (key: string) => string;

export const classes = ['ARCHIVE', 'USER', 'SYSTEM'] as const;

/** Every day from the first to the last, as 2026-11-22. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${first}T00:00:00Z`); at <= Date.parse(`${last}T00:00:00Z`); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** Events a day of one class; days without any are 0. */
export function perDay(figures: ActivityFigures, actClass: (typeof classes)[number]): number[] {
  const counts = new Map(figures.days.filter((one) => one.actClass === actClass).map((one) => [one.day, one.events]));
  return daysBetween(figures.first, figures.last).map((one) => counts.get(one) ?? 0);
}

export function refusedPerDay(figures: ActivityFigures): number[] {
  const counts = new Map<string, number>();
  figures.days.forEach((one) => counts.set(one.day, (counts.get(one.day) ?? 0) + one.refused));
  return daysBetween(figures.first, figures.last).map((one) => counts.get(one) ?? 0);
}

function frame(colours: Palette) {
  return {
    textStyle: { fontFamily: colours.face, color: colours.quiet },
    tooltip: { backgroundColor: colours.sheet, borderColor: colours.line, textStyle: { color: colours.ink }, confine: true },
  };
}

const axis = (colours: Palette) => ({
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { color: colours.quiet, hideOverlap: true },
  splitLine: { lineStyle: { color: colours.line } },
});

/** Acts a day by class, refusals as a line. */
export function dayChart(figures: ActivityFigures, words: Words, colours: Palette): EChartsCoreOption {
  const tones = { ARCHIVE: colours.jade, USER: colours.ochre, SYSTEM: colours.quiet };
  return {
    ...frame(colours),
    tooltip: { ...frame(colours).tooltip, trigger: 'axis' },
    legend: { top: 0, right: 0, textStyle: { color: colours.ink }, itemWidth: 12, itemHeight: 8 },
    grid: { left: 8, right: 8, top: 32, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: daysBetween(figures.first, figures.last), ...axis(colours) },
    yAxis: { type: 'value', minInterval: 1, ...axis(colours) },
    series: [
      ...classes.map((one) => ({
        name: words(`audit.actClass.${one}`),
        type: 'bar',
        stack: 'all',
        barMaxWidth: 28,
        itemStyle: { color: tones[one] },
        data: perDay(figures, one),
      })),
      {
        name: words('audit.REFUSED'),
        type: 'line',
        symbolSize: 5,
        lineStyle: { color: colours.vermilion, width: 1.5 },
        itemStyle: { color: colours.vermilion },
        data: refusedPerDay(figures),
      },
    ],
  };
}

/** Day of the week × hour. */
export function hourChart(figures: ActivityFigures, words: Words, colours: Palette): EChartsCoreOption {
  const most = Math.max(1, ...figures.hours.map((one) => one.events));
  return {
    ...frame(colours),
    grid: { left: 8, right: 8, top: 8, bottom: 36, containLabel: true },
    xAxis: { type: 'category', data: Array.from({ length: 24 }, (_, hour) => String(hour)), ...axis(colours), splitArea: { show: false } },
    yAxis: { type: 'category', inverse: true, data: [1, 2, 3, 4, 5, 6, 7].map((one) => words(`oversight.weekday.${one}`)), ...axis(colours) },
    visualMap: {
      min: 0,
      max: most,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 120,
      itemWidth: 10,
      textStyle: { color: colours.quiet },
      inRange: { color: [colours.sunken, colours.jade] },
    },
    series: [
      {
        name: words('oversight.events'),
        type: 'heatmap',
        itemStyle: { borderColor: colours.sheet, borderWidth: 1 },
        data: figures.hours.map((one) => [one.hour, one.weekday - 1, one.events]),
      },
    ],
  };
}

import { wallTime } from './chinaTime';

/** Dates as 2026-11-22, times as 2026-11-22 09:05, by the company's clock. */

export function day(instant: string | null | undefined): string {
  if (!instant) return '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(instant)) return instant;
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return wallTime(date).slice(0, 10);
}

export function minute(instant: string | null | undefined): string {
  if (!instant) return '';
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return wallTime(date).slice(0, 16);
}

/** Bytes as a person reads them: 980 B, 12.4 KB, 1.02 GB (powers of 1024). */
export function bytes(size: number | null | undefined): string {
  if (size === null || size === undefined) return '';
  if (size < 1024) return `${size} B`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = size / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)} ${units[unit]}`;
}

export function count(number: number): string {
  return number.toLocaleString('en-US');
}

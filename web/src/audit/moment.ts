import { minute } from '@/kit/format';

/** 2026-11-22 09:05:07, in the reader's own time zone: two acts of a minute have an order. */
export function second(instant: string): string {
  const seconds = new Date(instant).getSeconds();
  return Number.isNaN(seconds) ? '' : `${minute(instant)}:${String(seconds).padStart(2, '0')}`;
}

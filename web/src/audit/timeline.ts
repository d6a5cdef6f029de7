import type { AuditEvent } from '@/api/contract';
import { day } from '@/kit/format';

/** One line of a timeline: an event, or several like it in a row. */
export interface TimelineEntry {
  event: AuditEvent;
  /** How many like it, itself included. */
  times: number;
  /** When the oldest of them was. */
  since: string;
}

function alike(one: AuditEvent, other: AuditEvent): boolean {
  const bare = [one, other].every((event) => !event.changes?.length && !event.reason);
  return (
    bare &&
    one.act === other.act &&
    one.actorId === other.actorId &&
    one.subjectId === other.subjectId &&
    one.result === other.result
  );
}

/**
 * Events (newest first) by day of the reader's time zone; the same act of the same person repeated
 * in a row is one entry, unless it changed something or gave a reason.
 */
export function timelineOf(events: readonly AuditEvent[]): [string, TimelineEntry[]][] {
  const days = new Map<string, TimelineEntry[]>();
  for (const event of events) {
    const entries = days.get(day(event.at)) ?? [];
    const last = entries.at(-1);
    if (last && alike(last.event, event)) {
      last.times += 1;
      last.since = event.at;
    } else {
      entries.push({ event, times: 1, since: event.at });
    }
    days.set(day(event.at), entries);
  }
  return [...days];
}

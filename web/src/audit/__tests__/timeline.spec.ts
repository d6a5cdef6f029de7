import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/api/contract';
import { timelineOf } from '../timeline';

let next = 0;
function event(at: Date, more: Partial<AuditEvent> = {}): AuditEvent {
  return {
    id: String(next++),
    at: at.toISOString(),
    act: 'customer.read',
    zh: '查看客户',
    en: 'Read',
    actClass: 'USER',
    roles: [],
    actorId: 'p1',
    actorName: '王建国',
    actorUserName: 'clerk',
    subjectId: 'c1',
    changes: [],
    result: 'DONE',
    ...more,
  };
}
const at = (day: number, minute: number) => new Date(2026, 10, day, 9, minute);

describe('timeline', () => {
  it('joins the same act of the same person repeated in a row', () => {
    const [[date, entries] = ['', []]] = timelineOf([event(at(22, 9)), event(at(22, 8)), event(at(22, 7))]);
    expect(date).toBe('2026-11-22');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ times: 3, since: at(22, 7).toISOString() });
  });

  it('keeps apart other people, other acts, refusals and other days', () => {
    const days = timelineOf([
      event(at(22, 9)),
      event(at(22, 8), { actorId: 'p2' }),
      event(at(22, 7), { act: 'customer.changed' }),
      event(at(22, 6), { act: 'customer.changed', result: 'REFUSED' }),
      event(at(21, 6), { act: 'customer.changed', result: 'REFUSED' }),
    ]);
    expect(days.map(([date, entries]) => [date, entries.length])).toEqual([
      ['2026-11-22', 4],
      ['2026-11-21', 1],
    ]);
  });

  it('never joins what changed something or gave a reason', () => {
    const changed = { changes: [{ field: 'phone', before: '1', after: '2' }] };
    const [[, entries] = ['', []]] = timelineOf([event(at(22, 9), changed), event(at(22, 8), changed), event(at(22, 7), { reason: '来函' }), event(at(22, 6))]);
    expect(entries.map((entry) => entry.times)).toEqual([1, 1, 1, 1]);
  });
});

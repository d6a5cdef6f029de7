import { describe, expect, it } from 'vitest';
import type { GroupMember, TimelineLine } from '@/api/contract';
import { byDay } from '../composables/useTimeline';
import { groupTree } from '../groupTree';

const line = (id: string, at: string): TimelineLine => ({
  kind: 'record',
  entry: { id, at, what: { zh: '修改资料', en: 'Record changed' }, title: '' },
});

describe('timeline', () => {
  it('puts lines of one day in China together, in their order', () => {
    const days = byDay([line('a', '2026-11-23T16:30:00Z'), line('b', '2026-11-23T15:00:00Z'), line('c', '2026-11-22T16:00:00Z')]);
    expect(days.map((day) => [day.day, day.lines.map((one) => one.entry.id)])).toEqual([
      ['2026-11-24', ['a']],
      ['2026-11-23', ['b', 'c']],
    ]);
  });
});

describe('group', () => {
  it('stands members whose parent is not seen at the top', () => {
    const member = (id: string, parentId?: string): GroupMember => ({ id, parentId, number: id, name: id, kind: 'KEY' });
    const tree = groupTree([member('a'), member('b', 'a'), member('c', 'hidden'), member('d', 'c')]);
    expect(tree.map((one) => [one.id, one.children.map((child) => child.id)])).toEqual([
      ['a', ['b']],
      ['c', ['d']],
    ]);
  });
});

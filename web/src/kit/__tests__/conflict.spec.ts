import { describe, expect, it } from 'vitest';
import { differences, mergePatch, naturalSide, settled } from '../conflict';

const fields = ['name', 'phone', 'note', 'tags'] as const;

describe('a stale save', () => {
  const original = { name: '甲', phone: '1', note: '', tags: ['a'] };

  it('has nothing to settle where both sides agree', () => {
    expect(differences(fields, original, { ...original, phone: '2' }, { ...original, phone: '2' })).toEqual([]);
  });

  it('takes the changed side by itself', () => {
    const found = differences(fields, original, { ...original, phone: '2' }, { ...original, name: '乙' });
    expect(found.map((one) => [one.field, one.clash, naturalSide(one)])).toEqual([
      ['name', false, 'current'],
      ['phone', false, 'mine'],
    ]);
    expect(settled(found, {})).toEqual({ name: '乙', phone: '2' });
  });

  it('asks where both changed the same field', () => {
    const found = differences(fields, original, { ...original, name: '丙' }, { ...original, name: '乙' });
    expect(found).toHaveLength(1);
    expect(found[0] && naturalSide(found[0])).toBeUndefined();
    expect(settled(found, { name: 'mine' })).toEqual({ name: '丙' });
  });

  it('holds absent, null and empty for the same', () => {
    expect(differences(fields, original, original, { name: '甲', phone: '1', note: null, tags: ['a'] })).toEqual([]);
  });
});

describe('merge patch', () => {
  it('names changed fields only and clears with null', () => {
    const before = { name: '甲', phone: '1', tags: ['a'] };
    expect(mergePatch(fields, before, { name: '甲', phone: '', tags: [] })).toEqual({ phone: null, tags: [] });
  });
});

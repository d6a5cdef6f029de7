import { describe, expect, it } from 'vitest';
import { settle, type Column } from '../useColumns';
import { queryFrom, stateFrom } from '../useList';

const settings = { path: '/api/customers', filters: { q: '', kind: '' }, sort: '-updatedAt' };

describe('list state in the URL', () => {
  it('takes defaults for what is absent or senseless', () => {
    expect(stateFrom({ page: '-1', size: '9999', kind: 'KEY' }, settings)).toEqual({
      filters: { q: '', kind: 'KEY' },
      page: 1,
      size: 20,
      sort: '-updatedAt',
      open: '',
    });
  });

  it('leaves defaults out of the address', () => {
    expect(queryFrom(stateFrom({}, settings), settings)).toEqual({});
  });

  it('reads back what it wrote', () => {
    const state = stateFrom({ q: '银行', page: '3', size: '50', sort: 'name', open: 'c9' }, settings);
    expect(stateFrom(queryFrom(state, settings), settings)).toEqual(state);
  });
});

describe('chosen columns', () => {
  const columns: Column<unknown>[] = [
    { key: 'name', title: 'a' },
    { key: 'phone', title: 'b' },
    { key: 'note', title: 'c', extra: true },
  ];

  it('shows all but the extra ones at first', () => {
    expect(settle(columns, []).filter((choice) => choice.shown).map((choice) => choice.key)).toEqual(['name', 'phone']);
  });

  it('keeps the order, drops columns that are gone, adds new ones at the end', () => {
    const kept = [
      { key: 'phone', shown: true },
      { key: 'gone', shown: true },
      { key: 'name', shown: false },
    ];
    expect(settle(columns, kept)).toEqual([
      { key: 'phone', shown: true },
      { key: 'name', shown: false },
      { key: 'note', shown: false },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { queryFrom, stateFrom } from '../useSearchState';

describe('search state', () => {
  it('goes into the address and comes back the same', () => {
    const query = {
      q: '合同',
      type: 'FILE',
      secrecy: 'SECRET',
      dateFrom: '2026-01-01',
      dateTo: '2026-11-22',
      page: '3',
    };
    expect(queryFrom(stateFrom(query))).toEqual(query);
  });

  it('leaves out what is not set', () => {
    expect(queryFrom(stateFrom({ q: ' 合同 ' }))).toEqual({ q: '合同' });
  });

  it('reads nonsense as the first page', () => {
    expect(stateFrom({ page: '-1' }).page).toBe(1);
    expect(stateFrom({ page: 'x' }).page).toBe(1);
  });
});

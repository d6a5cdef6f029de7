import { describe, expect, it } from 'vitest';
import type { RoleFields } from '@/api/contract';
import { accessIn, changesOf, direction } from '../matrix';

const sales: RoleFields = { role: 'SALES', zh: '销售', en: 'Sales', fields: [{ field: 'phone', access: 'EDIT' }] };

describe('field rules', () => {
  it('masks what no line speaks of', () => {
    expect(accessIn(sales, 'phone')).toBe('EDIT');
    expect(accessIn(sales, 'mail')).toBe('MASKED');
  });

  it('sends only what differs', () => {
    expect(changesOf([sales], { SALES: { phone: 'EDIT', mail: 'HIDDEN' } })).toEqual([
      { role: 'SALES', fields: [{ field: 'mail', access: 'HIDDEN' }] },
    ]);
    expect(changesOf([sales], { SALES: { mail: 'MASKED' } })).toEqual([]);
    expect(changesOf([sales], {})).toEqual([]);
  });

  it('tells narrowing from widening', () => {
    expect(direction('EDIT', 'MASKED')).toBe(-1);
    expect(direction('HIDDEN', 'READ')).toBe(1);
    expect(direction('READ', 'READ')).toBe(0);
  });
});

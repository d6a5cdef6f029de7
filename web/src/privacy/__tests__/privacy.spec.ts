import { describe, expect, it } from 'vitest';
import type { RightsCase } from '@/api/contract';
import { isLate, mayCopy, placeOf } from '../privacy';

function aCase(some: Partial<RightsCase>): RightsCase {
  return { state: 'WORKING', kind: 'ACCESS', own: true, customerId: '1', customerNumber: 'C00000001', number: 'QL2026-00001', ...some } as RightsCase;
}

describe('a rights case', () => {
  it('is answered with a copy only where data is asked for and the requester is known', () => {
    expect(mayCopy(aCase({}))).toBe(true);
    expect(mayCopy(aCase({ state: 'RECEIVED' }))).toBe(false);
    expect(mayCopy(aCase({ kind: 'CORRECTION' }))).toBe(false);
    expect(mayCopy(aCase({ customerId: undefined }))).toBe(false);
    expect(mayCopy(aCase({ own: false }))).toBe(false);
  });

  it('leads to the page where the wish is fulfilled', () => {
    expect(placeOf(aCase({ kind: 'CORRECTION' }))).toBe('/customers/1');
    expect(placeOf(aCase({ kind: 'DELETION' }))).toBe('/approvals/new/customer-deletion?number=C00000001&case=QL2026-00001');
    expect(placeOf(aCase({ kind: 'DELETION', state: 'DONE' }))).toBeUndefined();
    expect(placeOf(aCase({ kind: 'ACCESS' }))).toBeUndefined();
  });

  it('is late once no working day is left', () => {
    expect(isLate(aCase({ daysLeft: 0 }))).toBe(false);
    expect(isLate(aCase({ daysLeft: -1 }))).toBe(true);
    expect(isLate(aCase({ daysLeft: undefined }))).toBe(false);
  });
});

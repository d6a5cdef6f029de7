import { describe, expect, it } from 'vitest';
import type { ConsentStanding } from '@/api/contract';
import { lineKey, mayGive, mayWithdraw, titleOf } from '../consent';

function standing(state: ConsentStanding['state'], some: { subject?: string; needsConsent?: boolean; retired?: boolean } = {}): ConsentStanding {
  const { subject = '', needsConsent = true, retired = false } = some;
  return { state, subject, purpose: { id: 'p', name: { zh: '营销推广', en: 'Marketing' }, needsConsent, retired } } as ConsentStanding;
}

describe('a consent', () => {
  it('is given where it is needed and in use', () => {
    expect(mayGive(standing('MISSING'))).toBe(true);
    expect(mayGive(standing('WITHDRAWN'))).toBe(true);
    expect(mayGive(standing('NOT_NEEDED', { needsConsent: false }))).toBe(false);
    expect(mayGive(standing('EXPIRED', { retired: true }))).toBe(false);
  });

  it('is taken back once', () => {
    expect(mayWithdraw(standing('GIVEN'))).toBe(true);
    expect(mayWithdraw(standing('MISSING'))).toBe(true);
    expect(mayWithdraw(standing('WITHDRAWN'))).toBe(false);
    expect(mayWithdraw(standing('NOT_NEEDED'))).toBe(false);
  });

  it('names the person who spoke apart from the customer', () => {
    expect(titleOf(standing('GIVEN', { subject: '沈经理' }))).toBe('营销推广（沈经理）');
    expect(lineKey(standing('GIVEN', { subject: '沈经理' }))).not.toBe(lineKey(standing('GIVEN')));
  });
});

import { describe, expect, it } from 'vitest';
import type { Certificate } from '@/api/contract';
import { bodyOf, emptyForm, faultsOf, formOf, patchOf, renewalOf } from '../form';

const identity: Certificate = {
  id: 'z',
  version: 0,
  customerId: 'k',
  customerNumber: 'C00000001',
  customerName: '会稽山',
  ownerName: '李晓梅',
  departmentName: '销售一部',
  kind: 'IDENTITY',
  number: '330***********0015',
  numberMasked: true,
  longTerm: false,
  validUntil: '2030-01-01',
  daysLeft: 1135,
  state: 'VALID',
  updatedAt: '2026-11-23T00:00:00Z',
  updatedByName: '李晓梅',
};

describe('the form of a certificate', () => {
  it('never sends a masked number back', () => {
    const form = formOf(identity);
    expect(form.number).toBe('');
    expect(patchOf(form, { ...form, issuer: '绍兴市公安局' })).toEqual({ issuer: '绍兴市公安局' });
  });

  it('wants a last day or none at all', () => {
    expect(faultsOf(emptyForm())).toEqual({ validUntil: 'certificate.fault.validUntil' });
    expect(faultsOf({ ...emptyForm(), longTerm: true })).toEqual({});
    expect(faultsOf({ ...emptyForm(), validFrom: '2026-02-01', validUntil: '2026-01-01' })).toEqual({ validUntil: 'certificate.fault.order' });
    expect(faultsOf({ ...emptyForm(), kind: 'OTHER', longTerm: true })).toEqual({ name: 'certificate.fault.name' });
  });

  it('forgets the last day of one that does not end', () => {
    expect(bodyOf({ ...emptyForm(), longTerm: true, validUntil: '2026-01-01' })).toEqual({ kind: 'BUSINESS_LICENCE', longTerm: true });
  });

  it('begins a renewal with the old one but for its term', () => {
    expect(renewalOf({ ...identity, numberMasked: false, number: '1' })).toMatchObject({ kind: 'IDENTITY', number: '1', validUntil: '' });
  });
});

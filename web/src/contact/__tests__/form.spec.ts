import { describe, expect, it } from 'vitest';
import type { Contact } from '@/api/contract';
import { bodyOf, changesDecider, emptyForm, faultsOf, formOf, patchOf } from '../form';

const contact: Contact = {
  id: 'c',
  version: 3,
  customerId: 'k',
  name: '周总',
  role: 'DECIDER',
  main: true,
  mobile: '13805751234',
  birthday: '--05-12',
  updatedAt: '2026-11-23T00:00:00Z',
  updatedByName: '李晓梅',
  maskedFields: ['birthday'],
  hiddenFields: [],
  readOnlyFields: [],
  more: { values: {}, names: {}, maskedFields: [], hiddenFields: [], readOnlyFields: [] },
};

describe('the form of a contact', () => {
  it('never sends a masked value back', () => {
    const form = formOf(contact);
    expect(form.birthday).toBe('');
    expect(patchOf(formOf(contact), { ...form, position: '总经理' })).toEqual({ position: '总经理' });
  });

  it('sends what was filled in, and nothing else', () => {
    expect(bodyOf({ ...emptyForm(), name: ' 王芳 ', mobile: '138 0575 1234' })).toEqual({ name: '王芳', mobile: '138 0575 1234', role: 'OTHER', main: false });
  });

  it('asks for a reason when the decision-maker changes, and not when he leaves', () => {
    const before = formOf(contact);
    expect(changesDecider(before, { ...before, role: 'INFLUENCER' })).toBe(true);
    expect(changesDecider(before, { ...before, role: 'INFLUENCER', leftOn: '2026-11-01' })).toBe(false);
    expect(changesDecider({ ...before, role: 'USER' }, { ...before, role: 'BUYER' })).toBe(false);
  });

  it.each([
    ['mobile', '13805751234', false],
    ['mobile', '+86 138-0575-1234', false],
    ['mobile', '+852 2123 4567', false],
    ['mobile', '0575-88120101', true],
    ['phone', '0575-88120101 转 8', false],
    ['phone', '(0575) 8812 0101 ext. 203', false],
    ['phone', '八八一二', true],
    ['birthday', '--05-12', false],
    ['birthday', '05-12', true],
    ['mail', 'wang@', true],
  ] as const)('finds fault with %s %s: %s', (field, value, faulty) => {
    expect(field in faultsOf({ ...emptyForm(), name: '王', [field]: value })).toBe(faulty);
  });

  it('wants a name for an emergency contact with a phone', () => {
    expect(faultsOf({ ...emptyForm(), name: '王', emergencyPhone: '13805751234' })).toHaveProperty('emergencyName');
  });
});

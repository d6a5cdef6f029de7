import { describe, expect, it } from 'vitest';
import { accessOf, bodyOf, emptyForm, faultsOf, formOf, patchOf, tidy } from '../form';

const customer = {
  id: 'c1',
  version: 3,
  number: 'K2026-000001',
  type: 'ORGANISATION' as const,
  name: '上海银行股份有限公司',
  phone: '021-68475888',
  formerNames: [],
  kind: 'GENERAL' as const,
  gradeByHand: false,
  tags: [],
  ownerId: 'p1',
  ownerName: '李明',
  departmentId: 'd1',
  departmentName: '销售部',
  createdAt: '2026-11-01T00:00:00Z',
  createdByName: '李明',
  updatedAt: '2026-11-02T00:00:00Z',
  updatedByName: '李明',
  maskedFields: [],
  hiddenFields: [],
  readOnlyFields: [],
  more: { values: {}, names: {}, maskedFields: [], hiddenFields: [], readOnlyFields: [] },
};

describe('registering', () => {
  it('sends what was filled in and nothing else', () => {
    const form = { ...emptyForm(), name: ' 重庆长安 ', formerNames: [' ', '长安机器厂'] };
    expect(bodyOf(form)).toEqual({
      type: 'ORGANISATION',
      name: '重庆长安',
      formerNames: ['长安机器厂'],
      kind: 'POTENTIAL',
    });
  });

  it('drops codes of the other type of customer', () => {
    const form = { ...emptyForm(), type: 'PERSON' as const, name: '王敏', creditCode: '91350100M000100Y43' };
    expect(tidy(form).creditCode).toBe('');
  });
});

describe('editing', () => {
  it('patches changed fields only, null for cleared ones', () => {
    const before = formOf(customer);
    const after = { ...before, phone: '', grade: 'A' as const, name: '上海银行股份有限公司 ' };
    expect(patchOf(before, after)).toEqual({ phone: null, grade: 'A' });
  });
});

describe('sensitive fields', () => {
  const seen = {
    ...customer,
    phone: '021-****5888',
    bankAccount: '**** **** **** 1234',
    maskedFields: ['phone', 'bankAccount'],
    hiddenFields: ['idNumber'],
    readOnlyFields: ['mail'],
  };

  it('never takes a masked form for a value', () => {
    const before = formOf(seen);
    expect(before.phone).toBe('');
    expect(before.bankAccount).toBe('');
    expect(patchOf(before, { ...before, shortName: '上行' })).toEqual({ shortName: '上行' });
    expect(faultsOf(before)).toEqual({});
  });

  it('tells what may be done with each', () => {
    expect(['phone', 'idNumber', 'mail', 'address'].map((field) => accessOf(seen, field))).toEqual([
      'MASKED',
      'HIDDEN',
      'READ',
      'EDIT',
    ]);
  });

  it('tidies account numbers', () => {
    expect(tidy({ ...emptyForm(), bankAccount: '6222 0212-0204 1234' }).bankAccount).toBe('6222021202041234');
    expect(faultsOf({ ...emptyForm(), name: '甲', bankAccount: '12' })).toEqual({ bankAccount: 'customer.fault.bankAccount' });
  });
});

describe('faults', () => {
  it('asks for a name', () => {
    expect(faultsOf(emptyForm())).toEqual({ name: 'customer.fault.name' });
  });

  it('names wrong codes, mail and phone', () => {
    const form = {
      ...emptyForm(),
      name: '甲',
      creditCode: '91350100M000100Y44',
      mail: 'someone',
      phone: 'abc',
    };
    expect(Object.keys(faultsOf(form)).sort()).toEqual(['creditCode', 'mail', 'phone']);
  });

  it('counts characters, not code units', () => {
    expect(faultsOf({ ...emptyForm(), name: '𠮷'.repeat(200) }).name).toBeUndefined();
    expect(faultsOf({ ...emptyForm(), name: '𠮷'.repeat(201) }).name).toBe('customer.fault.long');
  });

  it('lets usual telephone numbers through', () => {
    for (const phone of ['021-68475888', '+86 138 0013 8000', '400-820-8820 转 3', '(0571)8888-1234']) {
      expect(faultsOf({ ...emptyForm(), name: '甲', phone }).phone).toBeUndefined();
    }
  });
});

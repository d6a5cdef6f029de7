import { describe, expect, it } from 'vitest';
import { differences, type RoleDraft } from '../wish';

const before: RoleDraft = {
  code: 'R1',
  zh: '业务员',
  en: 'Sales',
  permissions: ['CUSTOMER_READ', 'CUSTOMER_WRITE'],
  scope: 'DEPARTMENT',
  departments: [],
  high: false,
  retired: false,
};

describe('differences', () => {
  it('tells only what comes and what goes', () => {
    const after: RoleDraft = { ...before, permissions: ['CUSTOMER_READ', 'ARCHIVE_READ'] };
    expect(differences(before, after)).toEqual([{ key: 'permissions', before: ['CUSTOMER_WRITE'], after: ['ARCHIVE_READ'] }]);
  });

  it('is empty for the same role, whatever the order', () => {
    expect(differences(before, { ...before, permissions: ['CUSTOMER_WRITE', 'CUSTOMER_READ'] })).toEqual([]);
  });

  it('tells everything of a new role', () => {
    expect(differences(undefined, before).map((one) => one.key)).toEqual(['zh', 'en', 'permissions', 'scope', 'high', 'retired']);
  });

  it('tells that a role is high no more', () => {
    expect(differences({ ...before, high: true }, before)).toEqual([{ key: 'high', before: ['true'], after: ['false'] }]);
  });
});

import type { FieldAccess, FieldRule, RoleFields, SensitiveField } from '@/api/contract';

export const accesses: readonly FieldAccess[] = ['HIDDEN', 'MASKED', 'READ', 'EDIT'];
export const sensitiveFields: readonly SensitiveField[] = ['phone', 'idNumber', 'bankAccount', 'mail', 'address'];

/** Wished rules by role and field. */
export type Wishes = Record<string, Partial<Record<SensitiveField, FieldAccess>>>;

export function accessIn(role: RoleFields, field: SensitiveField): FieldAccess {
  return role.fields.find((rule) => rule.field === field)?.access ?? 'MASKED';
}

/** What the wishes change, role by role; roles without a change are left out. */
export function changesOf(roles: readonly RoleFields[], wishes: Wishes): { role: string; fields: FieldRule[] }[] {
  return roles
    .map((role) => ({
      role: role.role,
      fields: sensitiveFields.flatMap((field) => {
        const access = wishes[role.role]?.[field];
        return access && access !== accessIn(role, field) ? [{ field, access }] : [];
      }),
    }))
    .filter((change) => change.fields.length > 0);
}

/** 1 if more is allowed than before, -1 if less, 0 if the same. */
export function direction(before: FieldAccess, after: FieldAccess): number {
  return Math.sign(accesses.indexOf(after) - accesses.indexOf(before));
}

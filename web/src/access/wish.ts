import type { FieldRule, Permission, SecrecyLevel } from '@/api/contract';

export type Scope = 'NONE' | 'OWN' | 'DEPARTMENT' | 'DEPARTMENT_AND_BELOW' | 'CHOSEN' | 'ALL';

export interface RoleDraft {
  code: string;
  zh: string;
  en: string;
  permissions: Permission[];
  scope: Scope;
  departments: string[];
  high: boolean;
  retired: boolean;
}

/** What a rights request asks for; told apart by `kind`. */
export type Wish =
  | { kind: 'ROLE'; personId: string; role: string; departmentId?: string; validUntil?: string }
  | { kind: 'POST'; personId: string; departmentId: string; positionId: string; main: boolean; since: string }
  | { kind: 'CLEARANCE'; personId: string; level: SecrecyLevel }
  | { kind: 'END'; grantId: string }
  | { kind: 'FIELD_RULE'; role: string; fields: FieldRule[] }
  | { kind: 'ROLE_DEFINITION'; draft: RoleDraft };

/** The wish of a request as the API gives it. */
export function wishOf(wish: unknown): Wish | undefined {
  return wish as Wish | undefined;
}

/** One line of "before → after". */
export interface Difference {
  key: 'zh' | 'en' | 'permissions' | 'scope' | 'departments' | 'high' | 'retired';
  before: string[];
  after: string[];
}

const keys: Difference['key'][] = ['zh', 'en', 'permissions', 'scope', 'departments', 'high', 'retired'];

function listed(draft: RoleDraft | undefined, key: Difference['key']): string[] {
  const value = draft?.[key];
  if (value === undefined) return [];
  return Array.isArray(value) ? [...value].sort() : [String(value)];
}

/** What a role's definition changes: for lists only what comes and what goes. */
export function differences(before: RoleDraft | undefined, after: RoleDraft): Difference[] {
  return keys
    .map((key) => {
      const was = listed(before, key);
      const is = listed(after, key);
      return { key, before: was.filter((one) => !is.includes(one)), after: is.filter((one) => !was.includes(one)) };
    })
    .filter((difference) => difference.before.length + difference.after.length > 0);
}

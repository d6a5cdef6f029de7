import type { Permission } from '@/api/contract';

export type PermissionGroupName = 'customer' | 'archive' | 'rights' | 'watch' | 'office';

export interface PermissionGroup {
  name: PermissionGroupName;
  permissions: Permission[];
}

/** Where the role editor shows each; the compiler asks for every one that the server knows. */
const groupOf = {
  CUSTOMER_READ: 'customer',
  CUSTOMER_WRITE: 'customer',
  SENSITIVE_REVEAL: 'customer',
  GRADING_MANAGE: 'customer',
  PRIVACY_MANAGE: 'customer',
  ARCHIVE_READ: 'archive',
  ARCHIVE_WRITE: 'archive',
  ACCESS_GRANT: 'rights',
  ROLE_GRANT: 'rights',
  GRANT_APPROVE: 'rights',
  AUDIT_READ: 'watch',
  HEALTH_READ: 'watch',
  APPROVAL_OVERSEE: 'watch',
  DELETION_READ: 'watch',
  AUDIT_EXPORT: 'office',
  AUDIT_REVIEW: 'office',
  ADMINISTRATOR_OVERSEE: 'office',
  PERSON_MANAGE: 'office',
  DEPARTMENT_MANAGE: 'office',
  NETWORK_MANAGE: 'office',
  CALENDAR_MANAGE: 'office',
  PROCESS_MANAGE: 'office',
  CUSTOMER_ERASE: 'office',
} as const satisfies Record<Permission, PermissionGroupName>;

const all = Object.keys(groupOf) as Permission[];

function group(name: PermissionGroupName): PermissionGroup {
  return { name, permissions: all.filter((one) => groupOf[one] === name) };
}

/** Permissions as the role editor groups them. */
export const permissionGroups: PermissionGroup[] = (['customer', 'archive', 'rights', 'watch', 'office'] as const).map(group);

/** Those that only the separated offices may have. */
export const officeOnly: Permission[] = group('office').permissions;

/** A role that allows one of these must be high. */
export const highOnly: Permission[] = ['ROLE_GRANT', 'GRANT_APPROVE', 'APPROVAL_OVERSEE'];

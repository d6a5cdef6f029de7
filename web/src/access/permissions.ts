import type { Permission } from '@/api/contract';

export interface PermissionGroup {
  name: 'customer' | 'archive' | 'rights' | 'watch' | 'office';
  permissions: Permission[];
}

/** Permissions as the role editor groups them. */
export const permissionGroups: PermissionGroup[] = [
  { name: 'customer', permissions: ['CUSTOMER_READ', 'CUSTOMER_WRITE', 'SENSITIVE_REVEAL'] },
  { name: 'archive', permissions: ['ARCHIVE_READ', 'ARCHIVE_WRITE'] },
  { name: 'rights', permissions: ['ACCESS_GRANT', 'ROLE_GRANT', 'GRANT_APPROVE'] },
  { name: 'watch', permissions: ['AUDIT_READ', 'HEALTH_READ'] },
  { name: 'office', permissions: ['PERSON_MANAGE', 'DEPARTMENT_MANAGE', 'NETWORK_MANAGE'] },
];

/** Those that only the separated offices may have. */
export const officeOnly: Permission[] = ['PERSON_MANAGE', 'DEPARTMENT_MANAGE', 'NETWORK_MANAGE'];

/** A role that allows one of these must be high. */
export const highOnly: Permission[] = ['ROLE_GRANT', 'GRANT_APPROVE'];

import type { Permission } from '@/api/contract';

export interface QuickAction {
  name: string;
  to: string;
  /** Absent: everybody. */
  permission?: Permission;
}

/** What a person most often starts with, by what they may do; at most four. */
export const quickActions: QuickAction[] = [
  { name: 'register', to: '/customers/new', permission: 'CUSTOMER_WRITE' },
  { name: 'open', to: '/dossiers?new=1', permission: 'ARCHIVE_WRITE' },
  { name: 'file', to: '/dossiers?state=TEMPORARY', permission: 'ARCHIVE_WRITE' },
  { name: 'people', to: '/people', permission: 'PERSON_MANAGE' },
  { name: 'grants', to: '/rights-requests?new=1', permission: 'ROLE_GRANT' },
  { name: 'departments', to: '/departments', permission: 'DEPARTMENT_MANAGE' },
  { name: 'audit', to: '/audit', permission: 'AUDIT_READ' },
  { name: 'health', to: '/health', permission: 'HEALTH_READ' },
  { name: 'ask', to: '/approvals/new' },
];

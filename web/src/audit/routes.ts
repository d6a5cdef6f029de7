import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'audit',
      name: 'audit',
      component: () => import('./AuditList.vue'),
      meta: { title: 'audit.title', permissions: ['AUDIT_READ'] },
    },
  ],
  menu: [{ group: 'audit', path: '/audit', title: 'audit.title', permissions: ['AUDIT_READ'], order: 1 }],
} satisfies Feature;

import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'audit',
      name: 'audit',
      component: () => import('./AuditList.vue'),
      meta: { title: 'audit.title', permissions: ['AUDIT_READ'] },
    },
    {
      path: 'audit/people/:id',
      name: 'audit-person',
      component: () => import('./TimelinePage.vue'),
      meta: { title: 'audit.personTimeline', permissions: ['AUDIT_READ'] },
    },
    {
      path: 'audit/subjects/:id',
      name: 'audit-subject',
      component: () => import('./TimelinePage.vue'),
      meta: { title: 'audit.subjectTimeline', permissions: ['AUDIT_READ'] },
    },
  ],
  menu: [{ group: 'audit', path: '/audit', title: 'audit.title', permissions: ['AUDIT_READ'], order: 1 }],
} satisfies Feature;

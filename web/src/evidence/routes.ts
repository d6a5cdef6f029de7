import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'evidence',
      name: 'evidence',
      component: () => import('./EvidencePage.vue'),
      meta: { title: 'evidence.title', permissions: ['AUDIT_READ'] },
    },
  ],
  menu: [{ group: 'audit', path: '/evidence', title: 'evidence.title', permissions: ['AUDIT_READ'], order: 6 }],
} satisfies Feature;

import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'assignment-rules',
      name: 'assignment-rules',
      component: () => import('./AssignmentPage.vue'),
      meta: { title: 'assignment.title', permissions: ['PROCESS_MANAGE'] },
    },
  ],
  menu: [{ group: 'system', path: '/assignment-rules', title: 'assignment.title', permissions: ['PROCESS_MANAGE'], order: 60 }],
} satisfies Feature;

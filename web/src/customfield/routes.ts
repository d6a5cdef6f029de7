import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'custom-fields',
      name: 'custom-fields',
      component: () => import('./CustomFieldsPage.vue'),
      meta: { title: 'customfield.title', permissions: ['PROCESS_MANAGE'] },
    },
  ],
  menu: [{ group: 'system', path: '/custom-fields', title: 'customfield.title', permissions: ['PROCESS_MANAGE'], order: 61 }],
} satisfies Feature;

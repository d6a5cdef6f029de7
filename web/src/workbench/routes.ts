import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: '',
      name: 'workbench',
      component: () => import('./WorkbenchPage.vue'),
      meta: { title: 'workbench.title' },
    },
  ],
  menu: [{ group: 'workbench', path: '/', title: 'workbench.title', order: 1 }],
} satisfies Feature;

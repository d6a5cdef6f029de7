import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'notices',
      name: 'notices',
      component: () => import('./NoticePage.vue'),
      meta: { title: 'notice.title' },
    },
  ],
} satisfies Feature;

import { Share } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'processes',
      name: 'processes',
      component: () => import('./ProcessList.vue'),
      meta: { title: 'process.title', permissions: ['PROCESS_MANAGE'] },
    },
    {
      path: 'processes/:type',
      name: 'process',
      component: () => import('./ProcessPage.vue'),
      meta: { title: 'process.edit', permissions: ['PROCESS_MANAGE'] },
    },
  ],
  menu: [{ group: 'system', path: '/processes', title: 'process.title', order: 7, icon: Share, permissions: ['PROCESS_MANAGE'] }],
} satisfies Feature;

import { Refresh } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'directory',
      name: 'directory',
      component: () => import('./DirectoryPage.vue'),
      meta: { title: 'directory.title', permissions: ['PERSON_MANAGE'] },
    },
  ],
  menu: [
    {
      group: 'system',
      path: '/directory',
      title: 'directory.title',
      permissions: ['PERSON_MANAGE'],
      order: 5,
      icon: Refresh,
    },
  ],
} satisfies Feature;

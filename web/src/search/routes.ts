import { Search } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: '/search',
      name: 'search',
      component: () => import('./SearchPage.vue'),
      meta: { title: 'search.title', permissions: ['CUSTOMER_READ', 'ARCHIVE_READ'] },
    },
  ],
  menu: [
    {
      group: 'archive',
      path: '/search',
      title: 'search.title',
      permissions: ['ARCHIVE_READ'],
      order: 20,
      icon: Search,
    },
  ],
} satisfies Feature;

import { Delete } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'deletions',
      name: 'deletions',
      component: () => import('./DeletionList.vue'),
      meta: { title: 'deletion.title', permissions: ['DELETION_READ'] },
    },
    {
      path: 'deletion-register',
      name: 'deletion-register',
      component: () => import('./RegisterList.vue'),
      meta: { title: 'deletion.register.title', permissions: ['DELETION_READ'] },
    },
  ],
  menu: [
    { group: 'privacy', path: '/deletions', title: 'deletion.title', permissions: ['DELETION_READ'], order: 46, icon: Delete },
  ],
} satisfies Feature;

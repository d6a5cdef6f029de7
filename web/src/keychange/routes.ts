import { CircleCheck } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'key-checks',
      name: 'key-checks',
      component: () => import('./KeyCheckPage.vue'),
      meta: { title: 'keychange.title', permissions: ['PROCESS_MANAGE'] },
    },
  ],
  menu: [
    { group: 'system', path: '/key-checks', title: 'keychange.title', permissions: ['PROCESS_MANAGE'], order: 61, icon: CircleCheck },
  ],
} satisfies Feature;

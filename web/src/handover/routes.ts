import { Switch } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'handovers',
      name: 'handovers',
      component: () => import('./HandoverList.vue'),
      meta: { title: 'handover.title', permissions: ['CUSTOMER_READ'] },
    },
    {
      path: 'handovers/:id',
      name: 'handover',
      component: () => import('./HandoverPage.vue'),
      meta: { title: 'handover.one', permissions: ['CUSTOMER_READ'] },
    },
  ],
  menu: [{ group: 'customer', path: '/handovers', title: 'handover.title', permissions: ['CUSTOMER_READ'], order: 40, icon: Switch }],
} satisfies Feature;

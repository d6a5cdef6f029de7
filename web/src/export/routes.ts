import { Download } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'customer-exports',
      name: 'customer-exports',
      component: () => import('./ExportList.vue'),
      meta: { title: 'export.title', permissions: ['CUSTOMER_READ'] },
    },
  ],
  menu: [
    { group: 'customer', path: '/customer-exports', title: 'export.title', permissions: ['CUSTOMER_READ'], order: 48, icon: Download },
  ],
} satisfies Feature;

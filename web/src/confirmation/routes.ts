import { CircleCheck, DataLine } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'confirmations',
      name: 'confirmations',
      component: () => import('./ConfirmationList.vue'),
      meta: { title: 'confirmation.title', permissions: ['CUSTOMER_READ'] },
    },
    {
      path: 'confirmation-coverage',
      name: 'confirmation-coverage',
      component: () => import('./CoveragePage.vue'),
      meta: { title: 'confirmation.coverage', permissions: ['CUSTOMER_READ'] },
    },
  ],
  menu: [
    { group: 'upkeep', path: '/confirmations', title: 'confirmation.title', permissions: ['CUSTOMER_READ'], order: 62, icon: CircleCheck },
    { group: 'upkeep', path: '/confirmation-coverage', title: 'confirmation.coverage', permissions: ['CUSTOMER_READ'], order: 64, icon: DataLine },
  ],
} satisfies Feature;

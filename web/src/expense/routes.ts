import { Wallet } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'expenses',
      name: 'expenses',
      component: () => import('./ExpenseList.vue'),
      meta: { title: 'expense.title', permissions: ['CUSTOMER_READ'] },
    },
  ],
  menu: [{ group: 'customer', path: '/expenses', title: 'expense.title', permissions: ['CUSTOMER_READ'], order: 30, icon: Wallet }],
} satisfies Feature;

import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'expenses',
  title: 'expense.tab',
  order: 65,
  component: defineAsyncComponent(() => import('./components/CustomerExpenses.vue')),
} satisfies CustomerTab;

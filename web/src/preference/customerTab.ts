import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'preferences',
  title: 'preference.tab',
  order: 4,
  permissions: ['CUSTOMER_READ'],
  component: defineAsyncComponent(() => import('./components/CustomerPreferences.vue')),
} satisfies CustomerTab;

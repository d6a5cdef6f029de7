import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'profile',
  title: 'customer.tab.profile',
  order: 1,
  component: defineAsyncComponent(() => import('./components/CustomerProfile.vue')),
} satisfies CustomerTab;

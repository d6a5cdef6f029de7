import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'consents',
  title: 'consent.customerTab',
  order: 40,
  permissions: ['CUSTOMER_READ'],
  component: defineAsyncComponent(() => import('./components/CustomerConsents.vue')),
} satisfies CustomerTab;

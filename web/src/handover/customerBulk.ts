import { defineAsyncComponent } from 'vue';
import type { CustomerBulk } from '@/frame/feature';

export default {
  name: 'handover',
  order: 10,
  permissions: ['CUSTOMER_WRITE'],
  component: defineAsyncComponent(() => import('./components/HandOverCustomers.vue')),
} satisfies CustomerBulk;

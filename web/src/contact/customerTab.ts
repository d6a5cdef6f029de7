import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'contacts',
  title: 'contact.tab',
  order: 2,
  permissions: ['CUSTOMER_READ'],
  component: defineAsyncComponent(() => import('./components/CustomerContacts.vue')),
} satisfies CustomerTab;

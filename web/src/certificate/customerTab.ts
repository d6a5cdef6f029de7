import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'certificates',
  title: 'certificate.tab',
  order: 3,
  permissions: ['CUSTOMER_READ'],
  component: defineAsyncComponent(() => import('./components/CustomerCertificates.vue')),
} satisfies CustomerTab;

import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'versions',
  title: 'customer.tab.versions',
  order: 90,
  component: defineAsyncComponent(() => import('./components/CustomerVersions.vue')),
} satisfies CustomerTab;

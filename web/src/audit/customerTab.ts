import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'log',
  title: 'audit.tab',
  order: 90,
  component: defineAsyncComponent(() => import('./components/CustomerLog.vue')),
} satisfies CustomerTab;

import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'confirmation',
  title: 'confirmation.tab',
  order: 80,
  component: defineAsyncComponent(() => import('./components/CustomerConfirmation.vue')),
} satisfies CustomerTab;

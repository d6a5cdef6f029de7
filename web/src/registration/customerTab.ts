import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'registration',
  title: 'registration.tab',
  order: 60,
  component: defineAsyncComponent(() => import('./components/CustomerRegistration.vue')),
} satisfies CustomerTab;

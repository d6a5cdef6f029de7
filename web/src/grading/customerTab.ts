import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'grading',
  title: 'grading.tab',
  order: 70,
  component: defineAsyncComponent(() => import('./components/CustomerGrade.vue')),
} satisfies CustomerTab;

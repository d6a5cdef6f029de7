import { defineAsyncComponent } from 'vue';
import type { CustomerTab } from '@/frame/feature';

export default {
  name: 'dossiers',
  title: 'archive.customerTab',
  order: 5,
  permissions: ['ARCHIVE_READ'],
  component: defineAsyncComponent(() => import('./components/CustomerDossiers.vue')),
} satisfies CustomerTab;

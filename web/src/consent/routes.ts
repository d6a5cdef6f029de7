import { Checked } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'consent-purposes',
      name: 'consent-purposes',
      component: () => import('./PurposeList.vue'),
      meta: { title: 'consent.purposes.title', permissions: ['PRIVACY_MANAGE'] },
    },
  ],
  menu: [
    { group: 'privacy', path: '/consent-purposes', title: 'consent.purposes.title', permissions: ['PRIVACY_MANAGE'], order: 44, icon: Checked },
  ],
} satisfies Feature;

import { FirstAidKit } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'health',
      name: 'health',
      component: () => import('./HealthPage.vue'),
      meta: { title: 'health.title', permissions: ['HEALTH_READ'] },
    },
  ],
  menu: [{ group: 'system', path: '/health', title: 'health.title', permissions: ['HEALTH_READ'], order: 9, icon: FirstAidKit }],
} satisfies Feature;

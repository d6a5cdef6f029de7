import { Medal } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'grading',
      name: 'grading',
      component: () => import('./GradingPage.vue'),
      meta: { title: 'grading.title', permissions: ['GRADING_MANAGE'] },
    },
  ],
  menu: [{ group: 'upkeep', path: '/grading', title: 'grading.title', permissions: ['GRADING_MANAGE'], order: 60, icon: Medal }],
} satisfies Feature;

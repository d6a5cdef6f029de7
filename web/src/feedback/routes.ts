import { ChatLineSquare } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'feedback',
      name: 'feedback',
      component: () => import('./FeedbackList.vue'),
      meta: { title: 'feedback.title', permissions: ['CUSTOMER_READ'] },
    },
  ],
  menu: [{ group: 'customer', path: '/feedback', title: 'feedback.title', permissions: ['CUSTOMER_READ'], order: 40, icon: ChatLineSquare }],
} satisfies Feature;

import { Calendar } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'calendar',
      name: 'calendar',
      component: () => import('./CalendarPage.vue'),
      meta: { title: 'calendar.title' },
    },
  ],
  menu: [{ group: 'system', path: '/calendar', title: 'calendar.title', order: 8, icon: Calendar }],
} satisfies Feature;

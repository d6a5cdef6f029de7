import { AlarmClock } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'registrations',
      name: 'registrations',
      component: () => import('./RegistrationList.vue'),
      meta: { title: 'registration.title', permissions: ['CUSTOMER_READ'] },
    },
  ],
  menu: [
    { group: 'customer', path: '/registrations', title: 'registration.title', permissions: ['CUSTOMER_READ'], order: 20, icon: AlarmClock },
  ],
} satisfies Feature;

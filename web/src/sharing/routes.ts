import { View } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'explicit-grants',
      name: 'explicit-grants',
      component: () => import('./ShareList.vue'),
      meta: { title: 'sharing.title', permissions: ['ROLE_GRANT'] },
    },
  ],
  menu: [{ group: 'access', path: '/explicit-grants', title: 'sharing.title', permissions: ['ROLE_GRANT'], order: 4, icon: View }],
} satisfies Feature;

import { Cpu } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'service-accounts',
      name: 'service-accounts',
      component: () => import('./ServiceAccounts.vue'),
      meta: { title: 'token.service.title', permissions: ['PERSON_MANAGE'] },
    },
  ],
  menu: [
    {
      group: 'system',
      path: '/service-accounts',
      title: 'token.service.title',
      permissions: ['PERSON_MANAGE'],
      order: 4,
      icon: Cpu,
    },
  ],
} satisfies Feature;

import { Connection, Monitor } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: '/second-step',
      name: 'second-step-owed',
      component: () => import('./SecondStepOwed.vue'),
      meta: { open: true, title: 'security.owed.title' },
    },
    {
      path: 'online',
      name: 'online',
      component: () => import('./OnlineList.vue'),
      meta: { title: 'security.online.title', permissions: ['PERSON_MANAGE'] },
    },
    {
      path: 'sign-in-networks',
      name: 'sign-in-networks',
      component: () => import('./SignInRules.vue'),
      meta: { title: 'security.rules.title', permissions: ['NETWORK_MANAGE'] },
    },
  ],
  menu: [
    { group: 'system', path: '/online', title: 'security.online.title', permissions: ['PERSON_MANAGE'], order: 6, icon: Monitor },
    { group: 'system', path: '/sign-in-networks', title: 'security.rules.title', permissions: ['NETWORK_MANAGE'], order: 7, icon: Connection },
  ],
} satisfies Feature;

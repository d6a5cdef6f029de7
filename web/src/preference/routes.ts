import { Headset } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'identify',
      name: 'identify',
      component: () => import('./IdentifyPage.vue'),
      meta: { title: 'preference.identify.title', permissions: ['CUSTOMER_READ'] },
    },
    {
      path: 'preference-topics',
      name: 'preference-topics',
      component: () => import('./TopicList.vue'),
      meta: { title: 'preference.topics.title', permissions: ['DEPARTMENT_MANAGE'] },
    },
  ],
  menu: [
    { group: 'customer', path: '/identify', title: 'preference.identify.title', permissions: ['CUSTOMER_READ'], order: 2, icon: Headset },
    { group: 'system', path: '/preference-topics', title: 'preference.topics.title', permissions: ['DEPARTMENT_MANAGE'], order: 40 },
  ],
} satisfies Feature;

import { Bell, Odometer } from '@element-plus/icons-vue';
import type { Permission } from '@/api/contract';
import type { Feature } from '@/frame/feature';
import AlertBadge from './components/AlertBadge.vue';

const watching: Permission[] = ['AUDIT_REVIEW', 'ADMINISTRATOR_OVERSEE'];

export default {
  routes: [
    {
      path: 'alerts',
      name: 'alerts',
      component: () => import('./AlertList.vue'),
      meta: { title: 'alert.title', permissions: watching },
    },
    {
      path: 'alert-rules',
      name: 'alert-rules',
      component: () => import('./AlertRules.vue'),
      meta: { title: 'alert.rules.title', permissions: ['AUDIT_REVIEW'] },
    },
  ],
  menu: [
    { group: 'audit', path: '/alerts', title: 'alert.title', permissions: watching, order: 3, icon: Bell, badge: AlertBadge },
    { group: 'audit', path: '/alert-rules', title: 'alert.rules.title', permissions: ['AUDIT_REVIEW'], order: 8, icon: Odometer },
  ],
} satisfies Feature;

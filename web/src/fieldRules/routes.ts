import { Hide } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'field-rules',
      name: 'field-rules',
      component: () => import('./FieldRuleMatrix.vue'),
      meta: { title: 'fieldRules.title', permissions: ['ROLE_GRANT'] },
    },
  ],
  menu: [
    { group: 'system', path: '/field-rules', title: 'fieldRules.title', permissions: ['ROLE_GRANT'], order: 6, icon: Hide },
  ],
} satisfies Feature;

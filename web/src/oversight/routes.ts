import { Checked, DataLine, Flag, View } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'activity',
      name: 'activity',
      component: () => import('./ActivityPage.vue'),
      meta: { title: 'oversight.activity.title', permissions: ['AUDIT_READ'] },
    },
    {
      path: 'audit-rounds',
      name: 'audit-rounds',
      component: () => import('./RoundList.vue'),
      meta: { title: 'oversight.rounds.title', permissions: ['AUDIT_REVIEW'] },
    },
    {
      path: 'audit-rounds/:id',
      name: 'audit-round',
      component: () => import('./RoundPage.vue'),
      meta: { title: 'oversight.rounds.title', permissions: ['AUDIT_REVIEW'] },
    },
    {
      path: 'audit-findings',
      name: 'audit-findings',
      component: () => import('./MyFindings.vue'),
      meta: { title: 'oversight.findings.mine' },
    },
    {
      path: 'administrator-oversight',
      name: 'administrator-oversight',
      component: () => import('./AdministratorPage.vue'),
      meta: { title: 'oversight.administrators.title', permissions: ['ADMINISTRATOR_OVERSEE'] },
    },
    {
      path: 'administrator-oversight/reports/:id',
      name: 'administrator-report',
      component: () => import('./ReportPage.vue'),
      meta: { title: 'oversight.administrators.report', permissions: ['ADMINISTRATOR_OVERSEE'] },
    },
  ],
  menu: [
    { group: 'audit', path: '/activity', title: 'oversight.activity.title', permissions: ['AUDIT_READ'], order: 2, icon: DataLine },
    { group: 'audit', path: '/audit-rounds', title: 'oversight.rounds.title', permissions: ['AUDIT_REVIEW'], order: 3, icon: Checked },
    {
      group: 'audit',
      path: '/administrator-oversight',
      title: 'oversight.administrators.title',
      permissions: ['ADMINISTRATOR_OVERSEE'],
      order: 4,
      icon: View,
    },
    { group: 'access', path: '/audit-findings', title: 'oversight.findings.mine', order: 6, icon: Flag },
  ],
} satisfies Feature;

import { DataLine } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';
import ToDoBadge from './components/ToDoBadge.vue';

export default {
  routes: [
    {
      path: 'approvals',
      name: 'approvals',
      component: () => import('./InboxPage.vue'),
      meta: { title: 'approval.title' },
    },
    {
      path: 'approvals/new',
      name: 'approval-new',
      component: () => import('./TypeChoice.vue'),
      meta: { title: 'approval.ask.title' },
    },
    {
      path: 'approvals/define',
      name: 'approval-define',
      component: () => import('./DefinePage.vue'),
      meta: { title: 'approval.define.title' },
    },
    {
      path: 'approvals/new/:type',
      name: 'approval-ask',
      component: () => import('./RequestPage.vue'),
      meta: { title: 'approval.ask.title' },
    },
    {
      path: 'approvals/deputies',
      name: 'approval-deputies',
      component: () => import('./DeputyPage.vue'),
      meta: { title: 'approval.deputy.title' },
    },
    {
      path: 'approval-figures',
      name: 'approval-figures',
      component: () => import('./FiguresPage.vue'),
      meta: { title: 'approval.figures.title', permissions: ['APPROVAL_OVERSEE'] },
    },
    {
      path: 'approvals/:id',
      name: 'approval',
      component: () => import('./CardPage.vue'),
      meta: { title: 'approval.card.title' },
    },
    {
      path: 'approvals/:id/proof',
      name: 'approval-proof',
      component: () => import('./ProofPage.vue'),
      meta: { title: 'approval.proof.title' },
    },
    {
      path: 'approvals/:id/again',
      name: 'approval-again',
      component: () => import('./RequestPage.vue'),
      meta: { title: 'approval.ask.again' },
    },
  ],
  menu: [
    { group: 'approval', path: '/approvals', title: 'approval.title', order: 1, badge: ToDoBadge },
    { group: 'approval', path: '/approval-figures', title: 'approval.figures.title', permissions: ['APPROVAL_OVERSEE'], order: 9, icon: DataLine },
  ],
} satisfies Feature;

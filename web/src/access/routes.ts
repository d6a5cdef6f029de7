import { Checked, Document, Key, Medal, Stamp } from '@element-plus/icons-vue';
import type { Permission } from '@/api/contract';
import type { Feature } from '@/frame/feature';

const asking: Permission[] = ['ROLE_GRANT', 'GRANT_APPROVE', 'AUDIT_READ'];

export default {
  routes: [
    {
      path: 'rights-requests',
      name: 'rights-requests',
      component: () => import('./RequestList.vue'),
      meta: { title: 'access.requests.title', permissions: asking },
    },
    {
      path: 'roles',
      name: 'roles',
      component: () => import('./RoleList.vue'),
      meta: { title: 'access.roles.title', permissions: ['ROLE_GRANT'] },
    },
    {
      path: 'access-reviews',
      name: 'access-reviews',
      component: () => import('./ReviewPage.vue'),
      meta: { title: 'access.reviews.title' },
    },
    {
      path: 'agreements',
      name: 'agreements',
      component: () => import('./AgreementList.vue'),
      meta: { title: 'access.agreements.title', permissions: ['ROLE_GRANT'] },
    },
    {
      path: 'people/:id/rights',
      name: 'person-rights',
      component: () => import('./PersonRights.vue'),
      meta: { title: 'access.rights.title', permissions: ['ROLE_GRANT', 'AUDIT_READ'] },
    },
    {
      path: 'my-rights',
      name: 'my-rights',
      component: () => import('./MyRights.vue'),
      meta: { title: 'access.rights.mine' },
    },
  ],
  menu: [
    { group: 'access', path: '/rights-requests', title: 'access.requests.title', permissions: asking, order: 1, icon: Stamp },
    { group: 'access', path: '/roles', title: 'access.roles.title', permissions: ['ROLE_GRANT'], order: 2, icon: Medal },
    {
      group: 'access',
      path: '/access-reviews',
      title: 'access.reviews.title',
      permissions: ['ACCESS_GRANT', ...asking],
      order: 3,
      icon: Checked,
    },
    { group: 'access', path: '/agreements', title: 'access.agreements.title', permissions: ['ROLE_GRANT'], order: 4, icon: Document },
    { group: 'access', path: '/my-rights', title: 'access.rights.mine', order: 5, icon: Key },
  ],
} satisfies Feature;

import { Memo, Message } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'rights-cases',
      name: 'rights-cases',
      component: () => import('./CaseList.vue'),
      meta: { title: 'privacy.title', permissions: ['CUSTOMER_READ'] },
    },
    {
      path: 'letter-templates',
      name: 'letter-templates',
      component: () => import('./TemplateList.vue'),
      meta: { title: 'privacy.letters.templates', permissions: ['PRIVACY_MANAGE'] },
    },
    {
      path: 'letters/:id',
      name: 'letter',
      component: () => import('./LetterPage.vue'),
      meta: { title: 'privacy.letters.title', permissions: ['CUSTOMER_READ'] },
    },
  ],
  menu: [
    { group: 'privacy', path: '/rights-cases', title: 'privacy.title', permissions: ['CUSTOMER_READ'], order: 42, icon: Memo },
    { group: 'privacy', path: '/letter-templates', title: 'privacy.letters.templates', permissions: ['PRIVACY_MANAGE'], order: 45, icon: Message },
  ],
} satisfies Feature;

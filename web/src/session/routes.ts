import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('./SignIn.vue'),
      meta: { open: true, title: 'session.signIn.title' },
    },
    {
      path: '/setup',
      name: 'setup',
      component: () => import('./SetUp.vue'),
      meta: { open: true, title: 'session.setUp.title' },
    },
    {
      path: '/first-password',
      name: 'first-password',
      component: () => import('./FirstPassword.vue'),
      meta: { open: true, title: 'session.first.title' },
    },
    {
      path: 'me',
      name: 'me',
      component: () => import('./MyAccount.vue'),
      meta: { title: 'session.me.title' },
    },
  ],
} satisfies Feature;

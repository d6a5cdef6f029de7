import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('./SignIn.vue'),
      meta: { open: true, title: 'session.signIn.title' },
    },
  ],
} satisfies Feature;

import { createRouter, createWebHistory } from 'vue-router';
import { useSession } from '@/session/session';
import type { Feature } from './feature';

const found = import.meta.glob<Feature>('../*/routes.ts', { eager: true, import: 'default' });
export const features: Feature[] = Object.values(found);

const routes = features.flatMap((feature) => feature.routes);

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...routes.filter((route) => route.meta?.open),
    {
      path: '/',
      component: () => import('./FrameLayout.vue'),
      children: [
        ...routes.filter((route) => !route.meta?.open),
        {
          path: ':rest(.*)*',
          name: 'missing',
          component: () => import('./MissingPage.vue'),
          meta: { title: 'frame.missing.title' },
        },
      ],
    },
  ],
});

router.beforeEach(async (to) => {
  if (to.meta.open) return true;
  const session = useSession();
  if (!(await session.known())) {
    return { name: session.setupNeeded ? 'setup' : 'sign-in', query: { back: to.fullPath } };
  }
  if (session.mustChangePassword) return { name: 'first-password', query: { back: to.fullPath } };
  if (session.mustSetUpSecondStep) return { name: 'second-step-owed', query: { back: to.fullPath } };
  const needed = to.meta.permissions;
  if (needed && !session.mayAny(needed)) return { name: 'workbench' };
  return true;
});

import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp, watch } from 'vue';
import 'element-plus/es/components/base/style/css';
import './styles/tokens.css';
import './styles/base.css';
import App from './App.vue';
import { onProblem, proveBy, ProblemError } from './api/http';
import { router } from './frame/router';
import { useTabs } from './frame/tabs';
import { i18n } from './i18n';
import { askForProof } from './security/stepUp';
import { usePreferences } from './session/preferences';
import { useSession } from './session/session';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A look at a customer or a paper is noted in the log; only a person looks, not a focus event.
      refetchOnWindowFocus: false,
      retry: (count, error) =>
        count < 2 && error instanceof ProblemError && error.problem.slug === 'offline',
    },
  },
});

const app = createApp(App).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient: queries });
usePreferences();
proveBy(askForProof);

onProblem((problem) => {
  const session = useSession();
  const place = router.currentRoute.value;
  if (problem.slug === 'not-signed-in' && session.person) {
    session.forget();
    void router.push({ name: 'sign-in', query: { back: place.fullPath, ended: '1' } });
  } else if (problem.slug === 'password-change-required' && !place.meta.open) {
    session.askAgain();
    void router.push({ name: 'first-password', query: { back: place.fullPath } });
  } else if (problem.slug === 'second-step-required' && !place.meta.open) {
    session.askAgain();
    void router.push({ name: 'second-step-owed', query: { back: place.fullPath } });
  }
});

/** Nothing that one person loaded or opened is shown to the next one at the same browser. */
let last: string | undefined;
watch(
  () => useSession().person?.id,
  (now) => {
    if (now === last) return;
    if (now === undefined || last !== undefined) queries.clear();
    if (now !== undefined) {
      if (last !== undefined) useTabs().clear();
      last = now;
    }
  },
  { flush: 'sync' },
);

app.use(router).mount('#app');

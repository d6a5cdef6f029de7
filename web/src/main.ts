import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import 'element-plus/es/components/base/style/css';
import './styles/tokens.css';
import './styles/base.css';
import App from './App.vue';
import { onProblem, ProblemError } from './api/http';
import { router } from './frame/router';
import { i18n } from './i18n';
import { usePreferences } from './session/preferences';
import { useSession } from './session/session';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      retry: (count, error) =>
        count < 2 && error instanceof ProblemError && error.problem.slug === 'offline',
    },
  },
});

const app = createApp(App).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient: queries });
usePreferences();

onProblem((problem) => {
  const session = useSession();
  const place = router.currentRoute.value;
  if (problem.slug === 'not-signed-in' && session.person) {
    session.forget();
    void router.push({ name: 'sign-in', query: { back: place.fullPath, ended: '1' } });
  } else if (problem.slug === 'password-change-required' && !place.meta.open) {
    session.askAgain();
    void router.push({ name: 'first-password', query: { back: place.fullPath } });
  }
});

app.use(router).mount('#app');

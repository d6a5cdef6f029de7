import { reactive } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { daysBack } from './days';
import { today } from '@/kit/chinaTime';

/** A span of days in the URL; the last 30 days unless it says otherwise. */
export function useSpan() {
  const route = useRoute();
  const router = useRouter();
  const own = route.path;
  const span = reactive({
    first: typeof route.query.first === 'string' ? route.query.first : daysBack(29),
    last: typeof route.query.last === 'string' ? route.query.last : today(),
  });

  function keep(): void {
    if (route.path === own) void router.replace({ query: { ...route.query, first: span.first, last: span.last } });
  }

  return { span, keep };
}

import { onActivated, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** Does something once when the page is reached with `?name=…`, and takes the wish out of the address. */
export function useWish(name: string, grant: (value: string) => void): void {
  const route = useRoute();
  const router = useRouter();
  const own = route.path;

  function look(): void {
    const value = route.query[name];
    if (route.path !== own || typeof value !== 'string') return;
    const query = { ...route.query };
    delete query[name];
    void router.replace({ query });
    grant(value);
  }

  watch(() => route.fullPath, look, { immediate: true });
  onActivated(look);
}

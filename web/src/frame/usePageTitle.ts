import { watch } from 'vue';
import { useRoute } from 'vue-router';
import { tabKeyOf, useTabs } from './tabs';

/** Names the page's tab after the thing it shows. */
export function usePageTitle(title: () => string | undefined): void {
  const tabs = useTabs();
  const key = tabKeyOf(useRoute());
  watch(
    title,
    (text) => {
      if (text) tabs.name(key, text);
    },
    { immediate: true },
  );
}

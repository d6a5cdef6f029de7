import { computed, ref, watch } from 'vue';
import type { AuditEvent } from '@/api/contract';
import { inLanguage } from '@/i18n';

/** Acts to filter by: those that were seen in the events loaded so far. */
export function useSeenActs(events: () => readonly AuditEvent[]) {
  const seen = ref(new Map<string, { zh: string; en: string }>());
  watch(
    events,
    (now) => now.forEach((event) => seen.value.set(event.act, { zh: event.zh, en: event.en })),
    { immediate: true },
  );
  return computed(() => [...seen.value].map(([act, words]) => ({ act, words: inLanguage(words) })));
}

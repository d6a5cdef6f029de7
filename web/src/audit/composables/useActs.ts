import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Act } from '@/api/contract';
import { http } from '@/api/http';

export interface ActGroup {
  module: string;
  words: string;
  acts: Act[];
}

/** The acts of one module together, modules in the order of the acts. */
export function grouped(acts: readonly Act[]): [string, Act[]][] {
  const groups = new Map<string, Act[]>();
  acts.forEach((act) => groups.set(act.module, [...(groups.get(act.module) ?? []), act]));
  return [...groups];
}

/** All kinds of deeds that can be in the log, by module. */
export function useActs() {
  const { t, te } = useI18n();
  const found = useQuery({
    queryKey: ['/api/audit/acts'],
    queryFn: () => http.get<{ items: Act[] }>('/api/audit/acts'),
    staleTime: Infinity,
  });
  const acts = computed(() => found.data.value?.items ?? []);
  const groups = computed<ActGroup[]>(() =>
    grouped(acts.value).map(([module, some]) => ({
      module,
      words: te(`audit.module.${module}`) ? t(`audit.module.${module}`) : module,
      acts: some,
    })),
  );
  return { acts, groups };
}

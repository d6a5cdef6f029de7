import { computed, type Ref } from 'vue';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import type { SearchPage } from '@/api/contract';
import { http } from '@/api/http';

export interface SearchQuery {
  q: string;
  type?: string;
  classCode?: string;
  secrecy?: string;
  departmentId?: string;
  customerId?: string;
  dateFrom?: string;
  dateTo?: string;
  page?: number;
  size?: number;
}

/** Asks the one box; nothing is asked for an empty word. The former answer stays until the new one is here. */
export function useSearch(query: Readonly<Ref<SearchQuery>>) {
  const asked = computed(() => ({ ...query.value, q: query.value.q.trim() }));
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: computed(() => ['search', asked.value] as const),
    queryFn: ({ signal }) => http.get<SearchPage>('/api/search', { ...asked.value }, signal),
    enabled: computed(() => asked.value.q !== ''),
    placeholderData: keepPreviousData,
    staleTime: 1_000,
  });
  const found = computed(() => (asked.value.q === '' ? undefined : data.value));
  return { found, error, busy: isFetching, refetch };
}

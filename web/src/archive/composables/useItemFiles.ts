import { computed } from 'vue';
import { useQuery } from '@tanstack/vue-query';
import type { DigitalFile } from '@/api/contract';
import { http } from '@/api/http';
import { isExamining, versionsOf } from '../fileVersions';
import { keys } from '../queries';

const pollMs = 1500;

/** All files and versions of an item; asked again until every examination is through. */
export function useItemFiles(itemId: string) {
  const { data, error, isLoading } = useQuery({
    queryKey: keys.itemFiles(itemId),
    queryFn: ({ signal }) => http.get<{ items: DigitalFile[] }>(`/api/items/${itemId}/files`, {}, signal),
    refetchInterval: (query) => (query.state.data?.items.some(isExamining) ? pollMs : false),
  });
  const files = computed(() => data.value?.items ?? []);
  return { files, versioned: computed(() => versionsOf(files.value)), error, isLoading };
}

import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import type { ApprovalType } from '@/api/contract';
import { http } from '@/api/http';

/** What the reader may ask for. */
export function useTypes() {
  const found = useQuery({
    queryKey: ['/api/approval-types'],
    queryFn: () => http.get<{ items: ApprovalType[] }>('/api/approval-types'),
    staleTime: 60_000,
  });
  return { ...found, types: computed(() => found.data.value?.items ?? []) };
}

import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import type { ApprovalPhrase } from '@/api/contract';
import { http } from '@/api/http';
import { tell } from '@/api/problems';

const key = ['/api/approval-phrases'];

/** The reader's frequently used opinions, most used first. */
export function usePhrases() {
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: key,
    queryFn: () => http.get<{ items: ApprovalPhrase[] }>('/api/approval-phrases'),
    staleTime: 60_000,
  });

  async function change(deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
    } catch (error) {
      tell(error);
    }
    await queries.invalidateQueries({ queryKey: key });
  }

  return {
    phrases: computed(() => found.data.value?.items ?? []),
    keep: (phrase: string) => change(() => http.post('/api/approval-phrases', { phrase })),
    forget: (id: string) => change(() => http.delete(`/api/approval-phrases/${id}`)),
  };
}

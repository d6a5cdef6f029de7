import { useQuery } from '@tanstack/vue-query';
import type { ApprovalCard } from '@/api/contract';
import { http } from '@/api/http';
import { cardKey } from './approval';

/** A request as its card shows it. */
export function useCard(id: string) {
  return useQuery({
    queryKey: cardKey(id),
    queryFn: ({ signal }) => http.get<ApprovalCard>(`/api/approvals/${id}`, undefined, signal),
  });
}

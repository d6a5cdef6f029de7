import { useQuery, useQueryClient } from '@tanstack/vue-query';
import type { ApprovalCount } from '@/api/contract';
import { http } from '@/api/http';
import { onTold } from '@/notice/useUnread';
import { approvalsKey, countKey } from './approval';

const EVERY_MINUTE = 60_000;

/** How much waits for the reader; anew when the server tells something, or every minute. */
export function useToDo() {
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: countKey,
    queryFn: () => http.get<ApprovalCount>('/api/approvals/count'),
    refetchInterval: EVERY_MINUTE,
  });
  onTold(() => void queries.invalidateQueries({ queryKey: approvalsKey }));
  return found.data;
}

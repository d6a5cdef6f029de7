import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import type { AlertWork } from '@/api/contract';
import { http } from '@/api/http';
import { useSession } from '@/session/session';

export const openAlertsKey = ['/api/alert-work'];

const EVERY_MINUTE = 60_000;

/** How many alerts wait for somebody; 0 for who watches nobody. */
export function useOpenAlerts() {
  const session = useSession();
  const found = useQuery({
    queryKey: openAlertsKey,
    queryFn: () => http.get<AlertWork>('/api/alert-work'),
    enabled: computed(() => session.mayAny(['AUDIT_REVIEW', 'ADMINISTRATOR_OVERSEE'])),
    refetchInterval: EVERY_MINUTE,
  });
  return computed(() => found.data.value?.open ?? 0);
}

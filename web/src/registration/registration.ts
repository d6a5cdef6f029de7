import { useQuery, type QueryClient } from '@tanstack/vue-query';
import type { Registration } from '@/api/contract';
import { http } from '@/api/http';

export const meetingWays = ['VISIT', 'RECEPTION', 'PHONE', 'FAIR', 'REFERRAL', 'ONLINE', 'OTHER'] as const;

export const registrationKeys = {
  lists: ['/api/registrations'] as const,
  one: (customer: string) => ['/api/registrations', 'one', customer] as const,
};

export function useRegistration(customer: string) {
  return useQuery({
    queryKey: registrationKeys.one(customer),
    queryFn: ({ signal }) => http.get<Registration>(`/api/customers/${customer}/registration`, undefined, signal),
  });
}

/** After something was asked for: everything about registrations is asked again, the inbox too. */
export async function noteRegistrations(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: registrationKeys.lists }),
    queries.invalidateQueries({ queryKey: ['/api/approvals'] }),
  ]);
}

/** Which words say how much time is left, and of how many days. */
export function left(one: Pick<Registration, 'state' | 'daysLeft' | 'overdue'>): { key: 'none' | 'over' | 'today' | 'left'; days: number } {
  if (one.state === 'DONE') return { key: 'none', days: 0 };
  if (one.overdue) return { key: 'over', days: Math.max(1, -one.daysLeft) };
  return one.daysLeft === 0 ? { key: 'today', days: 0 } : { key: 'left', days: one.daysLeft };
}

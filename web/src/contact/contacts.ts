import { useQuery, type QueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { CustomerContacts } from '@/api/contract';
import { http } from '@/api/http';
import { customerKeys } from '@/customer/customer';

export const contactKeys = {
  of: (customer: string) => ['/api/customers', 'contacts', customer] as const,
};

export function useContacts(customer: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => contactKeys.of(toValue(customer))),
    queryFn: ({ signal }) => http.get<CustomerContacts>(`/api/customers/${toValue(customer)}/contacts`, undefined, signal),
  });
}

/** After a change: contacts, what is warned of, the timeline and the log are asked again. */
export async function noteContacts(queries: QueryClient, customer: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: contactKeys.of(customer) }),
    queries.invalidateQueries({ queryKey: customerKeys.hints(customer) }),
    queries.invalidateQueries({ queryKey: customerKeys.timeline(customer) }),
    queries.invalidateQueries({ queryKey: ['/api/audit/events'] }),
  ]);
}

import { useQuery, type QueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { CustomerPreferences, PreferenceImportance, PreferenceTopic } from '@/api/contract';
import { http } from '@/api/http';
import { customerKeys } from '@/customer/customer';

export const preferenceKeys = {
  of: (customer: string) => ['/api/customers', 'preferences', customer] as const,
  topics: ['/api/preference-topics'] as const,
};

export function usePreferences(customer: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => preferenceKeys.of(toValue(customer))),
    queryFn: ({ signal }) => http.get<CustomerPreferences>(`/api/customers/${toValue(customer)}/preferences`, undefined, signal),
  });
}

export function useTopics() {
  return useQuery({
    queryKey: preferenceKeys.topics,
    queryFn: () => http.get<{ items: PreferenceTopic[] }>('/api/preference-topics'),
    staleTime: 60_000,
  });
}

/** After a change: what the customer likes, what is to be minded, timeline and log are asked again. */
export async function notePreferences(queries: QueryClient, customer: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: preferenceKeys.of(customer) }),
    queries.invalidateQueries({ queryKey: customerKeys.hints(customer) }),
    queries.invalidateQueries({ queryKey: customerKeys.timeline(customer) }),
    queries.invalidateQueries({ queryKey: ['/api/audit/events'] }),
  ]);
}

export function toneOf(importance: PreferenceImportance): 'seal' | 'ochre' | 'plain' {
  return ({ MUST: 'seal', IMPORTANT: 'ochre', NICE: 'plain' } as const)[importance];
}

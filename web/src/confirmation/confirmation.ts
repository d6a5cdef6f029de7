import { useQuery, type QueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { ConfirmationLine, ConfirmationRound, ConfirmationShare, CustomerConfirmation } from '@/api/contract';
import { http } from '@/api/http';

export const confirmationKeys = {
  all: ['/api/confirmations'] as const,
  round: ['/api/confirmations', 'round'] as const,
  one: (customer: string) => ['/api/confirmations', 'one', customer] as const,
};

export function useRound() {
  return useQuery({ queryKey: confirmationKeys.round, queryFn: () => http.get<{ round?: ConfirmationRound }>('/api/confirmations/round') });
}

export function useConfirmation(customer: MaybeRefOrGetter<string>, wanted: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    enabled: computed(() => toValue(wanted)),
    queryKey: computed(() => confirmationKeys.one(toValue(customer))),
    queryFn: ({ signal }) => http.get<CustomerConfirmation>(`/api/customers/${toValue(customer)}/confirmation`, undefined, signal),
  });
}

export interface Seen {
  customer: string;
  version: number;
}

/** Confirms versions that were seen; lists, hints and timelines are asked again. */
export async function confirm(queries: QueryClient, items: readonly Seen[]): Promise<ConfirmationLine[]> {
  const answer = await http.post<{ items: ConfirmationLine[] }>('/api/confirmations', { items });
  await Promise.all([
    queries.invalidateQueries({ queryKey: confirmationKeys.all }),
    ...items.flatMap(({ customer }) => [
      queries.invalidateQueries({ queryKey: ['/api/customers', 'hints', customer] }),
      queries.invalidateQueries({ queryKey: ['/api/customers', 'timeline', customer] }),
    ]),
  ]);
  return answer.items;
}

/** The row that comes after one that leaves the list; the one before at its end. */
export function next(ids: readonly string[], gone: string): string {
  const at = ids.indexOf(gone);
  return ids[at + 1] ?? ids[at - 1] ?? '';
}

/** Whole percent, and 100 only when nothing is left. */
export function percent(share: Pick<ConfirmationShare, 'total' | 'confirmed'>): number {
  if (share.total === 0) return 100;
  return share.confirmed === share.total ? 100 : Math.min(99, Math.floor((share.confirmed * 100) / share.total));
}

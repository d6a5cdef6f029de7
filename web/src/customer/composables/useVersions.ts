import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import type { Customer, CustomerVersion, CustomerVersionDifference, Page, Problem } from '@/api/contract';
import { http } from '@/api/http';
import { problemOf } from '@/api/problems';
import { customerKeys, noteCustomer } from '../customer';

const SIZE = 20;

/** The versions of a record, two of them compared, and fields brought back from the older one. */
export function useVersions(customer: () => Customer, restored: () => void) {
  const queries = useQueryClient();
  const id = customer().id;
  const page = ref(1);
  const list = useQuery({
    queryKey: computed(() => [...customerKeys.versions(id), customer().version, page.value] as const),
    queryFn: ({ signal }) => http.get<Page<CustomerVersion>>(`/api/customers/${id}/versions`, { page: page.value, size: SIZE }, signal),
  });

  const from = ref(0);
  const to = ref(0);
  watch(
    () => customer().version,
    (newest) => {
      to.value = newest;
      from.value = Math.max(0, newest - 1);
    },
    { immediate: true },
  );
  const compared = useQuery({
    queryKey: computed(() => [...customerKeys.versions(id), 'compare', from.value, to.value] as const),
    queryFn: ({ signal }) =>
      http.get<{ items: CustomerVersionDifference[] }>(`/api/customers/${id}/versions/compare`, { from: from.value, to: to.value }, signal),
    enabled: computed(() => to.value > from.value),
  });

  const chosen = ref<string[]>([]);
  watch([from, to], () => (chosen.value = []));
  const reason = ref('');
  const restoring = ref(false);
  const problem = ref<Problem>();

  async function restore(): Promise<void> {
    restoring.value = true;
    problem.value = undefined;
    try {
      const body = { version: from.value, fields: chosen.value, reason: reason.value.trim() || undefined };
      const stored = await http.post<Customer>(`/api/customers/${id}/restore`, body, { version: customer().version });
      reason.value = '';
      await noteCustomer(queries, stored);
      restored();
    } catch (error) {
      problem.value = problemOf(error);
    } finally {
      restoring.value = false;
    }
  }

  return {
    page,
    size: SIZE,
    total: computed(() => list.data.value?.total ?? 0),
    made: computed(() => list.data.value?.items ?? []),
    error: list.error,
    retry: list.refetch,
    from,
    to,
    differences: computed(() => compared.data.value?.items ?? []),
    comparing: compared.isFetching,
    chosen,
    reason,
    restoring,
    problem,
    restore,
  };
}

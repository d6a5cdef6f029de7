import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { CustomerKeyChange, KeyCheck } from '@/api/contract';
import { http } from '@/api/http';

export const keyCheckKey = ['/api/key-checks'] as const;

export function keyChangesKey(customerId: string) {
  return ['/api/customers', 'key-changes', customerId] as const;
}

/** Which groups of fields are checked before a change of them takes effect. */
export function useKeyChecks() {
  return useQuery({
    queryKey: keyCheckKey,
    queryFn: ({ signal }) => http.get<{ items: KeyCheck[] }>('/api/key-checks', undefined, signal),
  });
}

export async function listKeyChanges(customerId: string, signal?: AbortSignal): Promise<CustomerKeyChange[]> {
  return (await http.get<{ items: CustomerKeyChange[] }>(`/api/customers/${customerId}/key-changes`, undefined, signal)).items;
}

export function useKeyChanges(customerId: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => keyChangesKey(toValue(customerId))),
    queryFn: ({ signal }) => listKeyChanges(toValue(customerId), signal),
  });
}

/** Those of the changed fields whose change waits for a check. */
export function waitingOf(checks: readonly KeyCheck[], changed: readonly string[]): string[] {
  const checked = new Set(checks.filter((one) => one.checked).flatMap((one) => one.fields));
  return changed.filter((field) => checked.has(field));
}

/** What came to wait that did not before. */
export function newlyWaiting(before: readonly CustomerKeyChange[], after: readonly CustomerKeyChange[]): CustomerKeyChange[] {
  const known = new Set(before.map((one) => one.id));
  return after.filter((one) => !known.has(one.id));
}

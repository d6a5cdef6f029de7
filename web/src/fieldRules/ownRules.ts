import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import type { FieldAccess, FieldRule, SensitiveField } from '@/api/contract';
import { http } from '@/api/http';

/** What I may do with each sensitive field; nothing is known until the server has said so. */
export function useOwnRules(): ComputedRef<Partial<Record<SensitiveField, FieldAccess>>> {
  const found = useQuery({
    queryKey: ['/api/field-rules', 'mine'],
    queryFn: ({ signal }) => http.get<{ fields: FieldRule[] }>('/api/field-rules/mine', undefined, signal),
    staleTime: 60_000,
  });
  return computed(() =>
    Object.fromEntries((found.data.value?.fields ?? []).map((rule) => [rule.field, rule.access])),
  );
}

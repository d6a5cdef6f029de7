import { useQuery, type QueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { Customer, Industry, Region } from '@/api/contract';
import { http } from '@/api/http';

export const customerKeys = {
  one: (id: string) => ['/api/customers', 'one', id] as const,
  hints: (id: string) => ['/api/customers', 'hints', id] as const,
  timeline: (id: string) => ['/api/customers', 'timeline', id] as const,
  versions: (id: string) => ['/api/customers', 'versions', id] as const,
  group: (id: string) => ['/api/customers', 'group', id] as const,
  lists: ['/api/customers', 'list'] as const,
};

export function useCustomer(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => customerKeys.one(toValue(id))),
    queryFn: ({ signal }) => http.get<Customer>(`/api/customers/${toValue(id)}`, undefined, signal),
  });
}

/** After a change: the customer itself is known, lists and the log are asked again. */
export async function noteCustomer(queries: QueryClient, customer: Customer): Promise<void> {
  queries.setQueryData(customerKeys.one(customer.id), customer);
  await Promise.all([
    queries.invalidateQueries({ queryKey: customerKeys.lists }),
    queries.invalidateQueries({ queryKey: customerKeys.timeline(customer.id) }),
    queries.invalidateQueries({ queryKey: customerKeys.hints(customer.id) }),
    queries.invalidateQueries({ queryKey: customerKeys.group(customer.id) }),
    queries.invalidateQueries({ queryKey: ['/api/audit/events'] }),
  ]);
}

export function useIndustries() {
  return useQuery({
    queryKey: ['industries'],
    queryFn: () => http.get<{ items: Industry[] }>('/api/industries'),
    staleTime: Infinity,
  });
}

export function useRegions() {
  return useQuery({
    queryKey: ['regions'],
    queryFn: () => http.get<{ items: Region[] }>('/api/regions'),
    staleTime: Infinity,
  });
}

export interface RegionNode {
  value: string;
  label: string;
  children?: RegionNode[];
}

/** Regions as a tree: province, city, county. */
export function regionTree(regions: readonly Region[]): RegionNode[] {
  const nodes = new Map(
    regions.map((region) => [region.code, { value: region.code, label: region.name } as RegionNode]),
  );
  const roots: RegionNode[] = [];
  for (const region of regions) {
    const node = nodes.get(region.code);
    const parent = region.parentCode ? nodes.get(region.parentCode) : undefined;
    if (!node) continue;
    if (parent) (parent.children ??= []).push(node);
    else roots.push(node);
  }
  return roots;
}

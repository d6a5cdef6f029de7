import { useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/vue-query';
import { computed, ref } from 'vue';
import type { TimelineKind, TimelineLine, TimelineLines } from '@/api/contract';
import { http } from '@/api/http';
import { day } from '@/kit/format';
import { customerKeys } from '../customer';

export interface TimelineDay {
  day: string;
  lines: TimelineLine[];
}

/** Lines of the same day stand together; their order is kept. */
export function byDay(lines: readonly TimelineLine[]): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const line of lines) {
    const own = day(line.entry.at);
    const last = days.at(-1);
    if (last?.day === own) last.lines.push(line);
    else days.push({ day: own, lines: [line] });
  }
  return days;
}

function listLines(customerId: string, kinds: readonly string[], before: TimelineLines['next'], signal: AbortSignal): Promise<TimelineLines> {
  return http.get<TimelineLines>(
    `/api/customers/${customerId}/timeline`,
    { kind: kinds.join(',') || undefined, beforeAt: before?.at, beforeId: before?.id },
    signal,
  );
}

/** Asks for the newest lines before there is anything that shows them. */
export function expectTimeline(queries: QueryClient, customerId: string): void {
  void queries.prefetchInfiniteQuery({
    queryKey: [...customerKeys.timeline(customerId), []],
    queryFn: ({ signal }) => listLines(customerId, [], undefined, signal),
    initialPageParam: undefined,
  });
}

/** A customer's timeline, some lines at a time, narrowed to the chosen kinds. */
export function useTimeline(customerId: string) {
  const chosen = ref<string[]>([]);
  const kinds = useQuery({
    queryKey: ['timeline-kinds'],
    queryFn: () => http.get<{ items: TimelineKind[] }>('/api/customers/timeline-kinds'),
    staleTime: Infinity,
  });
  const lines = useInfiniteQuery({
    queryKey: computed(() => [...customerKeys.timeline(customerId), chosen.value] as const),
    queryFn: ({ pageParam, signal }) => listLines(customerId, chosen.value, pageParam, signal),
    initialPageParam: undefined as TimelineLines['next'] | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return {
    kinds: computed(() => kinds.data.value?.items ?? []),
    chosen,
    days: computed(() => byDay(lines.data.value?.pages.flatMap((page) => page.items) ?? [])),
    error: lines.error,
    next: lines.hasNextPage,
    busy: lines.isFetching,
    more: lines.fetchNextPage,
    retry: lines.refetch,
  };
}

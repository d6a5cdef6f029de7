import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { Handover } from '@/api/contract';
import { http } from '@/api/http';

export const handoverKey = ['/api/handovers'] as const;

/** Asked again each second while it runs. */
export function useHandover(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => [...handoverKey, 'one', toValue(id)] as const),
    queryFn: ({ signal }) => http.get<Handover>(`/api/handovers/${toValue(id)}`, undefined, signal),
    refetchInterval: (query) => (query.state.data?.state === 'RUNNING' ? 1000 : false),
  });
}

/** How far it is, in whole percent; never 100 before it is done. */
export function percent(one: Pick<Handover, 'total' | 'done' | 'skipped' | 'state'>): number {
  if (one.state === 'DONE') return 100;
  return one.total === 0 ? 0 : Math.min(99, Math.floor(((one.done + one.skipped) * 100) / one.total));
}

export const tones = { ASKED: 'ochre', RUNNING: 'jade', DONE: 'seal', CANCELLED: 'plain', REFUSED: 'plain' } as const;

/** Which customers go, by the conditions that were filled in. */
export function selectionOf(form: { from: string; fromDepartment: string; region: string; kind: string; grade: string }) {
  return {
    ownerId: form.from || undefined,
    departmentId: form.fromDepartment || undefined,
    regionCode: form.region || undefined,
    kind: form.kind || undefined,
    grade: form.grade || undefined,
  };
}

import { computed } from 'vue';
import { useQuery } from '@tanstack/vue-query';
import type { RecordClass, Scheme } from '@/api/contract';
import { http } from '@/api/http';
import { keys } from '../queries';

/** The classification scheme: small, asked for once. */
export function useScheme() {
  const scheme = useQuery({
    queryKey: keys.scheme,
    queryFn: () => http.get<Scheme>('/api/scheme'),
    staleTime: 3_600_000,
  });
  const classes = computed<RecordClass[]>(() => scheme.data.value?.classes ?? []);
  return {
    scheme: scheme.data,
    classes,
    classOf: (code: string | undefined) => classes.value.find((candidate) => candidate.code === code),
  };
}

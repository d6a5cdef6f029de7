import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { CustomField, CustomFieldSet, FormFile } from '@/api/contract';
import { http } from '@/api/http';
import type { FileKeeper } from '@/form/files';

export type RecordCode = 'customer' | 'contact';

export const fieldKeys = {
  set: (type: string) => ['/api/record-types', type, 'fields'] as const,
  files: (type: string, record: string) => ['/api/record-types', type, 'files', record] as const,
};

/** The fields that the company added to a kind of record, withdrawn ones too. */
export function useFieldSet(type: RecordCode) {
  const { data, isFetched } = useQuery({
    queryKey: fieldKeys.set(type),
    queryFn: ({ signal }) => http.get<CustomFieldSet>(`/api/record-types/${type}/fields`, undefined, signal),
    staleTime: 60_000,
  });
  return { set: data, fields: computed<CustomField[]>(() => data.value?.fields ?? []), asked: isFetched };
}

/** The files of a record, asked for only where a value names any. */
export function useRecordFiles(type: RecordCode, record: MaybeRefOrGetter<string>, needed: () => boolean) {
  return useQuery({
    queryKey: computed(() => fieldKeys.files(type, toValue(record))),
    queryFn: ({ signal }) => http.get<{ items: FormFile[] }>(`/api/record-types/${type}/records/${toValue(record)}/files`, undefined, signal),
    enabled: computed(needed),
  });
}

export const filesAt = '/api/custom-files';

/** Keeps files for a record that is being written. */
export function keeperOf(type: RecordCode): FileKeeper {
  return {
    keep(field, file) {
      const body = new FormData();
      body.append('file', file);
      return http.post<FormFile>(`${filesAt}?${new URLSearchParams({ type, field: field.name })}`, body);
    },
    // what a record has taken already stays with it; what stays by mistake is swept in time
    drop: (id) => void http.delete(`${filesAt}/${id}`).catch(() => undefined),
  };
}

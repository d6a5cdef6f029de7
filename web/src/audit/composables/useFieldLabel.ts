import { useQuery } from '@tanstack/vue-query';
import { computed, inject, provide, type InjectionKey, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Department } from '@/api/contract';
import { http } from '@/api/http';

const places = ['customer.field', 'archive.field', 'people.field', 'sharing.field', 'access.field', 'audit.field', 'contact.field', 'certificate.field', 'preference.field'];

/** Label of a changed field by the words of the feature that shows it; the bare name when none does. */
export function useFieldLabel(): (field: string) => string {
  const { t, te } = useI18n();
  return (field) => {
    const place = places.find((candidate) => te(`${candidate}.${field}`));
    return place ? t(`${place}.${field}`) : field;
  };
}

const codes: Record<string, string> = {
  type: 'customer.type',
  kind: 'customer.kind',
  grade: 'customer.grade',
  secrecy: 'kit.secrecy',
  clearance: 'kit.secrecy',
  period: 'kit.period',
  state: 'people.state',
  mayEdit: 'sharing.mayEdit',
  scope: 'access.scope',
  sex: 'contact.sex',
  decisionRole: 'contact.role',
  mainContact: 'contact.yesNo',
  certificateKind: 'certificate.kind',
};

const namesKey: InjectionKey<Readonly<Ref<ReadonlyMap<string, string>>>> = Symbol('names of people');

/** Names of the people that the events speak of, by id, as far as they are known here. */
export function provideNames(names: Readonly<Ref<ReadonlyMap<string, string>>>): void {
  provide(namesKey, names);
}

/** Words for a value that is a code or an id; the value itself otherwise. */
export function useValueWords(): (field: string, value: string) => string {
  const { t, te } = useI18n();
  const names = inject(namesKey, computed(() => new Map<string, string>()));
  const departments = useQuery({
    queryKey: ['departments'],
    queryFn: () => http.get<{ items: Department[] }>('/api/departments'),
    staleTime: 300_000,
  });
  return (field, value) => {
    if (field === 'departmentId' || field === 'parentId') {
      return departments.data.value?.items.find((one) => one.id === value)?.name ?? value;
    }
    const key = `${codes[field]}.${value}`;
    if (codes[field] && te(key)) return t(key);
    return names.value.get(value) ?? value;
  };
}

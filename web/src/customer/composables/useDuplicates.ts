import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { Duplicates } from '@/api/contract';
import { http, type Query } from '@/api/http';
import { refDebounced } from '@/kit/refDebounced';
import { creditCodeFault } from '../creditCode';
import { tidy, type CustomerForm } from '../form';

/** What is worth asking for once it was changed: a name of two characters, a whole code, a phone number of seven digits. */
export function questionOf(form: CustomerForm, before: CustomerForm, exceptId?: string): Query | undefined {
  const value = tidy(form);
  const changed = (['name', 'creditCode', 'phone'] as const).some((field) => value[field] !== before[field]);
  if (!changed) return undefined;
  const name = [...value.name].length >= 2 ? value.name : '';
  const creditCode = value.creditCode && !creditCodeFault(value.creditCode) ? value.creditCode : '';
  const phone = value.phone.replace(/\D/g, '').length >= 7 ? value.phone : '';
  return name || creditCode || phone ? { name, creditCode, phone, exceptId } : undefined;
}

/** Customers that look like the one being typed, asked while typing. */
export function useDuplicates(form: Ref<CustomerForm>, before: CustomerForm, exceptId?: string) {
  const question = computed(() => JSON.stringify(questionOf(form.value, before, exceptId) ?? null));
  const still = refDebounced(question, 350);
  const found = useQuery({
    queryKey: computed(() => ['/api/customers/duplicates', still.value] as const),
    queryFn: ({ signal }) =>
      http.get<Duplicates>('/api/customers/duplicates', JSON.parse(still.value) as Query, signal),
    enabled: computed(() => still.value !== 'null'),
    placeholderData: keepPreviousData,
  });
  return computed<Duplicates>(() =>
    still.value === 'null' || !found.data.value ? { candidates: [], hidden: 0 } : found.data.value,
  );
}

import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { ExpenseSum } from '@/api/contract';
import { http, type Query } from '@/api/http';

export const expenseKinds = ['HOSPITALITY', 'TRAVEL', 'GIFT'] as const;

export function useSums(question: MaybeRefOrGetter<Query>) {
  return useQuery({
    queryKey: computed(() => ['/api/expenses', 'sums', toValue(question)] as const),
    queryFn: ({ signal }) => http.get<{ items: ExpenseSum[] }>('/api/expenses/sums', toValue(question), signal),
  });
}

export function yuan(amount: number): string {
  return `¥ ${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

export interface YearOfExpenses {
  year: number;
  total: number;
  kinds: Record<string, number>;
}

/** One row for each year, the latest first; added in fen, so that nothing is lost. */
export function byYear(sums: readonly ExpenseSum[]): YearOfExpenses[] {
  const years = new Map<number, YearOfExpenses>();
  for (const sum of sums) {
    const one = years.get(sum.year) ?? { year: sum.year, total: 0, kinds: {} };
    one.kinds[sum.kind] = sum.amount;
    one.total = (Math.round(one.total * 100) + Math.round(sum.amount * 100)) / 100;
    years.set(sum.year, one);
  }
  return [...years.values()].sort((a, b) => b.year - a.year);
}

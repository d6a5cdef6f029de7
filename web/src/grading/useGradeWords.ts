import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Department, GradeFact, GradeTest } from '@/api/contract';
import { http } from '@/api/http';
import { useIndustries, useRegions } from '@/customer/customer';
import { inLanguage, inList } from '@/i18n';
import { useGradeFacts } from './grading';

/** Facts and their values as people call them. */
export function useGradeWords() {
  const { t, locale } = useI18n();
  const facts = useGradeFacts();
  const industries = useIndustries();
  const regions = useRegions();
  const departments = useQuery({ queryKey: ['departments'], queryFn: () => http.get<{ items: Department[] }>('/api/departments'), staleTime: 300_000 });
  const list = computed<GradeFact[]>(() => facts.data.value?.items ?? []);

  function fact(code: string | undefined): GradeFact | undefined {
    return list.value.find((one) => one.code === code);
  }

  function value(one: GradeFact | undefined, text: string): string {
    if (one?.type === 'REGION') return regions.data.value?.items.find((region) => region.code === text)?.name ?? text;
    if (one?.type === 'DEPARTMENT') return departments.data.value?.items.find((department) => department.id === text)?.name ?? text;
    if (one?.type === 'INDUSTRY') {
      const industry = industries.data.value?.items.find((candidate) => candidate.code === text);
      return industry ? (locale.value === 'zh' ? industry.name : industry.nameEn) : text;
    }
    const option = one?.options.find((candidate) => candidate.value === text);
    return option ? inLanguage(option.label) : text;
  }

  /** A comparison in a line. */
  function comparison(test: Pick<GradeTest, 'fact' | 'operator' | 'values'>): string {
    const one = fact(test.fact);
    const name = one ? inLanguage(one.label) : (test.fact ?? '');
    return [name, test.operator ? t(`grading.operator.${test.operator}`) : '', inList(test.values.map((text) => value(one, text)))].filter(Boolean).join(' ');
  }

  return { facts: list, fact, value, comparison };
}

import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Department, Role } from '@/api/contract';
import { http } from '@/api/http';
import { inLanguage } from '@/i18n';

/** Words for what the API names by codes: permissions, roles, departments. */
export function useWords() {
  const { t, te } = useI18n();
  const roles = useQuery({
    queryKey: ['/api/roles'],
    queryFn: () => http.get<{ items: Role[] }>('/api/roles'),
    staleTime: 60_000,
  });
  const departments = useQuery({
    queryKey: ['departments'],
    queryFn: () => http.get<{ items: Department[] }>('/api/departments'),
    staleTime: 300_000,
  });
  const roleItems = computed(() => roles.data.value?.items ?? []);

  function permission(code: string): string {
    const key = `access.permission.${code}`;
    return te(key) ? t(key) : code;
  }

  function role(code: string): string {
    return inLanguage(roleItems.value.find((one) => one.code === code) ?? { zh: code, en: code });
  }

  function department(id: string): string {
    return departments.data.value?.items.find((one) => one.id === id)?.name ?? '…';
  }

  return { permission, role, department, roles: roleItems };
}

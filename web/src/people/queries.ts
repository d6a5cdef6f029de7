import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import type { Department, DepartmentNode, PersonGroup, Position, Role } from '@/api/contract';
import { http } from '@/api/http';

interface Items<T> {
  items: T[];
}

export const keys = {
  departments: ['departments'] as const,
  tree: ['departments', 'tree'] as const,
  positions: ['positions'] as const,
  groups: ['groups'] as const,
  roles: ['/api/roles'] as const,
  proposed: ['posts', 'proposed'] as const,
};

function listed<T>(key: readonly string[], path: string, enabled = true): ComputedRef<T[]> {
  const found = useQuery({ queryKey: key, queryFn: () => http.get<Items<T>>(path), enabled });
  return computed(() => found.data.value?.items ?? []);
}

export const useDepartments = (): ComputedRef<Department[]> => listed(keys.departments, '/api/departments');
export const useTree = (): ComputedRef<DepartmentNode[]> => listed(keys.tree, '/api/departments/tree');
export const usePositions = (): ComputedRef<Position[]> => listed(keys.positions, '/api/positions');
export const useRoles = (): ComputedRef<Role[]> => listed(keys.roles, '/api/roles');
export const useGroups = (enabled: boolean): ComputedRef<PersonGroup[]> => listed(keys.groups, '/api/groups', enabled);

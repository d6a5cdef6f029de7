import type { Department } from '@/api/contract';

export interface DepartmentNode {
  department: Department;
  depth: number;
}

/** Departments in the order of a printed tree: each under its parent, siblings by code. */
export function departmentTree(departments: readonly Department[]): DepartmentNode[] {
  const ids = new Set(departments.map((department) => department.id));
  const under = (parentId: string | undefined, depth: number): DepartmentNode[] =>
    departments
      .filter((one) => (one.parentId && ids.has(one.parentId) ? one.parentId : undefined) === parentId)
      .sort((a, b) => a.code.localeCompare(b.code))
      .flatMap((department) => [{ department, depth }, ...under(department.id, depth + 1)]);
  return under(undefined, 0);
}

interface Placed {
  id: string;
  code: string;
  parentId?: string;
}

export interface TreeNode<D extends Placed> {
  department: D;
  depth: number;
}

/** Departments in the order of a printed tree: each under its parent, siblings by code. */
export function departmentTree<D extends Placed>(departments: readonly D[]): TreeNode<D>[] {
  const ids = new Set(departments.map((department) => department.id));
  const under = (parentId: string | undefined, depth: number): TreeNode<D>[] =>
    departments
      .filter((one) => (one.parentId && ids.has(one.parentId) ? one.parentId : undefined) === parentId)
      .sort((a, b) => a.code.localeCompare(b.code))
      .flatMap((department) => [{ department, depth }, ...under(department.id, depth + 1)]);
  return under(undefined, 0);
}

import type { GroupMember } from '@/api/contract';

export type GroupNode = GroupMember & { children: GroupNode[] };

/** Members below their parents; those whose parent the reader may not see stand at the top. */
export function groupTree(members: readonly GroupMember[]): GroupNode[] {
  const nodes = new Map(members.map((one) => [one.id, { ...one, children: [] as GroupNode[] }]));
  const roots: GroupNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.parentId ? nodes.get(node.parentId) : undefined;
    (parent ? parent.children : roots).push(node);
  }
  return roots;
}

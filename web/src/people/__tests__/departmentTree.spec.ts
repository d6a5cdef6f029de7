import { describe, expect, it } from 'vitest';
import { departmentTree } from '../departmentTree';

describe('department tree', () => {
  it('puts each under its parent, siblings by code, orphans at the top', () => {
    const nodes = departmentTree([
      { id: '3', closed: false, code: 'XS2', name: '二部', parentId: '1' },
      { id: '2', closed: false, code: 'XS1', name: '一部', parentId: '1' },
      { id: '1', closed: false, code: 'XS', name: '销售' },
      { id: '4', closed: false, code: 'ZZ', name: '孤', parentId: 'gone' },
    ]);
    expect(nodes.map((node) => [node.department.code, node.depth])).toEqual([
      ['XS', 0],
      ['XS1', 1],
      ['XS2', 1],
      ['ZZ', 0],
    ]);
  });
});

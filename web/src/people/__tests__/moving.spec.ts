import { describe, expect, it } from 'vitest';
import { isSettled, settlementOf, sharesOf } from '../moving';

describe('what somebody holds who moves', () => {
  it('is decided kind by kind, with a reason', () => {
    const [customers, tasks] = sharesOf({ customers: 3, dossiers: 0, tasks: 1 });
    if (!customers || !tasks) throw new Error('two kinds');
    const shares = [customers, tasks];
    expect(isSettled(shares, '调岗')).toBe(false);
    customers.way = 'OVER';
    tasks.way = 'KEEP';
    expect(isSettled(shares, '调岗')).toBe(false);
    customers.taker = 'p';
    expect(isSettled(shares, ' ')).toBe(false);
    expect(isSettled(shares, '调岗')).toBe(true);
    expect(settlementOf('d', shares, ' 调岗 ')).toEqual({
      departmentId: 'd',
      shares: [
        { kind: 'customers', handOverTo: 'p' },
        { kind: 'tasks', handOverTo: undefined },
      ],
      reason: '调岗',
    });
  });
});

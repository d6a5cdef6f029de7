import { describe, expect, it } from 'vitest';
import type { CustomerKeyChange, KeyCheck } from '@/api/contract';
import { newlyWaiting, waitingOf } from '../keychange';

const checks = [
  { group: 'NAME', fields: ['name'], checked: true },
  { group: 'SETTLEMENT', fields: ['bankName', 'bankAccount'], checked: false },
] as unknown as KeyCheck[];

describe('changes that are checked', () => {
  it('wait only where their group is checked', () => {
    expect(waitingOf(checks, ['name', 'bankName', 'note'])).toEqual(['name']);
    expect(waitingOf([], ['name'])).toEqual([]);
  });

  it('are told once', () => {
    const one = { id: '1' } as CustomerKeyChange;
    const two = { id: '2' } as CustomerKeyChange;
    expect(newlyWaiting([one], [one, two])).toEqual([two]);
    expect(newlyWaiting([one], [])).toEqual([]);
  });
});

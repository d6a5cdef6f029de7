import { describe, expect, it } from 'vitest';
import { fingerprintOf, keyOf, readLedger, writeLedger, type Ledger } from '../ledger';

function storage(full = false) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

const target = { kind: 'DOSSIER', id: 'd1', title: '合同' } as const;

describe('ledger', () => {
  it('remembers unfinished batches and drops finished ones', () => {
    const place = storage();
    const ledger: Ledger = {
      d1: { target, stored: ['a', 'b'], unfinished: 3 },
      d2: { target: { ...target, id: 'd2' }, stored: ['c'], unfinished: 0 },
    };
    writeLedger(place, 'p1', ledger);
    expect(readLedger(place, 'p1')).toEqual({ d1: ledger.d1 });
    expect(readLedger(place, 'p2')).toEqual({});
  });

  it('survives a store that is full or holds nonsense', () => {
    expect(() =>
      writeLedger(storage(true), 'p1', { d1: { target, stored: [], unfinished: 1 } }),
    ).not.toThrow();
    expect(readLedger({ getItem: () => '{nonsense' }, 'p1')).toEqual({});
    expect(readLedger({ getItem: () => 'null' }, 'p1')).toEqual({});
  });
});

describe('fingerprintOf', () => {
  it('tells thousands of scans apart by any part of the key', () => {
    const prints = new Set<string>();
    for (let at = 0; at < 5000; at++) prints.add(fingerprintOf(keyOf('d1', `扫描/${at}.jpg`, 1000, 42)));
    prints.add(fingerprintOf(keyOf('d2', '扫描/0.jpg', 1000, 42)));
    prints.add(fingerprintOf(keyOf('d1', '扫描/0.jpg', 1001, 42)));
    prints.add(fingerprintOf(keyOf('d1', '扫描/0.jpg', 1000, 43)));
    expect(prints.size).toBe(5003);
  });
});

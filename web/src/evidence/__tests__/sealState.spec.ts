import { describe, expect, it } from 'vitest';
import { sealOf } from '../sealState';

const now = Date.parse('2026-11-23T01:00:00Z');

describe('sealOf', () => {
  it('is well when nothing waits', () => {
    expect(sealOf({ gaps: [], unsealed: 0 }, now)).toBe('well');
  });

  it('is at work while what waits is fresh, late afterwards', () => {
    expect(sealOf({ gaps: [], unsealed: 3, unsealedSince: '2026-11-23T00:59:58Z' }, now)).toBe('behind');
    expect(sealOf({ gaps: [], unsealed: 3, unsealedSince: '2026-11-23T00:59:00Z' }, now)).toBe('late');
  });

  it('tells a standstill before a failure, and either before a delay', () => {
    const standing = { cause: 'ROLLED_BACK' as const, publishedSize: 9, publishedAt: '2026-11-23T00:00:00Z' };
    expect(sealOf({ gaps: [], unsealed: 3, failure: 'x', standing }, now)).toBe('stands');
    expect(sealOf({ gaps: [], unsealed: 3, failure: 'x' }, now)).toBe('fails');
  });

  it('tells missing checkpoints before a delay', () => {
    const gaps = [{ file: 'checkpoints-2026-11.txt', expected: 900, actual: 0 }];
    expect(sealOf({ gaps, unsealed: 0 }, now)).toBe('lacks');
    expect(sealOf({ gaps, unsealed: 3, failure: 'x' }, now)).toBe('fails');
  });
});

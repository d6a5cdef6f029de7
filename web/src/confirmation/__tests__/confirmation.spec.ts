import { describe, expect, it } from 'vitest';
import { next, percent } from '../confirmation';

describe('going through the list', () => {
  it('goes to the next, and back at the end', () => {
    expect(next(['a', 'b', 'c'], 'b')).toBe('c');
    expect(next(['a', 'b', 'c'], 'c')).toBe('b');
    expect(next(['a'], 'a')).toBe('');
  });
});

describe('a share', () => {
  it('is whole only when nothing is left', () => {
    expect(percent({ total: 1000, confirmed: 999 })).toBe(99);
    expect(percent({ total: 3, confirmed: 3 })).toBe(100);
    expect(percent({ total: 0, confirmed: 0 })).toBe(100);
  });
});

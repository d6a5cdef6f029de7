import { describe, expect, it } from 'vitest';
import { placeToReturn } from '../placeToReturn';

describe('place to return to', () => {
  it('keeps a place of this site', () => {
    expect(placeToReturn('/customers?q=银行')).toBe('/customers?q=银行');
  });

  it.each([['//evil.example'], ['/\\evil.example'], ['https://evil.example'], ['javascript:alert(1)'], [undefined], [['/a']]])(
    'refuses %s',
    (wanted) => {
      expect(placeToReturn(wanted)).toBe('/');
    },
  );
});

import { describe, expect, it } from 'vitest';
import { creditCodeCheck, creditCodeFault, tidyCreditCode } from '../creditCode';
import { idNumberCheck, idNumberFault } from '../idNumber';

describe('unified social credit code (GB 32100)', () => {
  it('computes the check character', () => {
    expect(creditCodeCheck('91350100M000100Y4')).toBe('3');
  });

  it('accepts the example of the standard', () => {
    expect(creditCodeFault('91350100M000100Y43')).toBeUndefined();
  });

  it('names a wrong check character, any single one', () => {
    for (const wrong of '0124567890ABCDEFGHJKLMNPQRTUWXY') {
      expect(creditCodeFault(`91350100M000100Y4${wrong}`)).toBe('check');
    }
  });

  it('notices two neighbours swapped', () => {
    expect(creditCodeFault('91350100M00010Y043')).toBe('check');
  });

  it('names wrong length and letters that never occur', () => {
    expect(creditCodeFault('91350100M000100Y4')).toBe('length');
    expect(creditCodeFault('91350100O000100Y43')).toBe('characters');
    expect(creditCodeFault('91350100M000100Y4六')).toBe('characters');
  });

  it('tidies spaces, dashes and small letters', () => {
    expect(tidyCreditCode(' 91350100 m000100-y43 ')).toBe('91350100M000100Y43');
  });
});

describe('identity number (GB 11643)', () => {
  const now = new Date('2026-11-22T00:00:00Z');

  it('accepts the examples of the standard', () => {
    expect(idNumberFault('11010519491231002X', now)).toBeUndefined();
    expect(idNumberFault('440524188001010014', now)).toBeUndefined();
  });

  it('computes the check character', () => {
    expect(idNumberCheck('11010519491231002')).toBe('X');
  });

  it('names wrong check, length, characters', () => {
    expect(idNumberFault('110105194912310021', now)).toBe('check');
    expect(idNumberFault('110105491231002', now)).toBe('length');
    expect(idNumberFault('1101051949123100XX', now)).toBe('characters');
  });

  it('refuses days that never were and days to come', () => {
    expect(idNumberFault('11010519490230002X', now)).toBe('date');
    expect(idNumberFault('11010520991231002X', now)).toBe('date');
  });
});

import { describe, expect, it } from 'vitest';
import type { FormField } from '@/api/contract';
import { filled, missing, wordsOf } from '../values';

function field(name: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField {
  return { name, kind, label: { zh: name, en: name }, required: false, options: [], ...more };
}

const yesNo = { yes: '是', no: '否' };

describe('values of a form', () => {
  it('sends what is filled in, trimmed, and nothing that the form does not ask for', () => {
    const fields = [field('a', 'TEXT'), field('b', 'NUMBER'), field('c', 'CHOICES'), field('d', 'YES_NO'), field('e', 'TEXT')];
    expect(filled(fields, { a: ' 甲 ', b: 0, c: [], d: false, e: '  ', gone: 'x' })).toEqual({ a: '甲', b: 0, d: false });
  });

  it('knows what must still be filled in; no is an answer, and so is nought', () => {
    const fields = [field('a', 'YES_NO', { required: true }), field('b', 'MONEY', { required: true }), field('c', 'TEXT', { required: true }), field('d', 'TEXT')];
    expect(missing(fields, { a: false, b: 0 })).toEqual(['c']);
  });

  it('reads every kind as people write it', () => {
    const options = [
      { value: 'x', label: { zh: '甲类', en: 'A' } },
      { value: 'y', label: { zh: '乙类', en: 'B' } },
    ];
    const say = (kind: FormField['kind'], value: unknown) => wordsOf(field('a', kind, { options }), value, { p1: '王小明' }, yesNo);
    expect(say('MONEY', 12800.5)).toBe('¥ 12,800.50');
    expect(say('NUMBER', 1234.25)).toBe('1,234.25');
    expect(say('YES_NO', false)).toBe('否');
    expect(say('CHOICE', 'y')).toBe('乙类');
    expect(say('CHOICES', ['x', 'y'])).toBe('甲类、乙类');
    expect(say('PERSON', 'p1')).toBe('王小明');
    expect(say('DATE', '2026-11-23')).toBe('2026-11-23');
    expect(say('TEXT', undefined)).toBe('');
  });
});

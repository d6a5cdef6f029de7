import { describe, expect, it } from 'vitest';
import type { CustomField, CustomValues } from '@/api/contract';
import { lostOptions, optionsOf, type FieldSketch } from '@/form/sketch';
import { boundsOf, conditionsOf, textOf } from '../filter';
import { areWhole, customOf, moved, newSketch, sketchesOf } from '../sketch';
import { askedOf, filledValues, gathered, MASK, customWords, plainOf, spread, valuesPatch } from '../values';

const level: CustomField = {
  field: {
    name: 'f3',
    kind: 'CHOICE',
    label: { zh: '合作等级', en: 'Level' },
    required: true,
    help: { zh: '按合同', en: 'As in the contract' },
    options: [
      { value: 'o1', label: { zh: '金牌', en: 'Gold' } },
      { value: 'o2', label: { zh: '银牌', en: 'Silver' } },
    ],
  },
  sensitive: false,
  listed: true,
  filterable: true,
  withdrawn: false,
};
const yesNo = { yes: '是', no: '否' };

describe('options of a choice that records have chosen', () => {
  const sketch: FieldSketch = { key: 1, kind: 'CHOICE', zh: '等级', en: '', required: false, options: '', known: level.field.options };
  const codes = (options: string) => optionsOf({ ...sketch, options }).map((one) => `${one.value} ${one.label.zh}`);

  it('keep their codes when they are renamed, ordered or joined by others', () => {
    expect(codes('银牌\n金牌')).toEqual(['o2 银牌', 'o1 金牌']);
    expect(codes('金牌\n白银')).toEqual(['o1 金牌', 'o2 白银']);
    expect(codes('金牌\n银牌\n铜牌')).toEqual(['o1 金牌', 'o2 银牌', 'o3 铜牌']);
  });

  it('are withdrawn when no line says them, and offered again when one does', () => {
    const [one] = sketchesOf({ type: 'customer', version: 1, fields: [level] });
    const fewer = { ...one!, options: '金牌' };
    expect(areWhole([fewer])).toBe(true);
    expect(lostOptions(fewer)).toBe(1);
    const kept = optionsOf(fewer);
    expect(kept.map((option) => `${option.value} ${option.withdrawn ?? false}`)).toEqual(['o1 false', 'o2 true']);
    const [later] = sketchesOf({ type: 'customer', version: 2, fields: [{ ...level, field: { ...level.field, options: kept } }] });
    expect(later!.options).toBe('金牌');
    expect(lostOptions(later!)).toBe(0);
    expect(optionsOf({ ...later!, options: '金牌\n银牌' }).every((option) => !option.withdrawn)).toBe(true);
    expect(areWhole([{ ...one!, options: '' }])).toBe(false);
  });
});

describe('fields as an administrator writes them', () => {
  it('come back as they were', () => {
    const [one] = sketchesOf({ type: 'customer', version: 1, fields: [level] });
    expect(customOf(one!)).toMatchObject(level);
  });

  it('never take the name of another', () => {
    const [one] = sketchesOf({ type: 'customer', version: 1, fields: [level] });
    expect(newSketch([one!]).name).toBe('f4');
    expect(newSketch([]).name).toBe('f1');
  });

  it('leave out what their kind rules out', () => {
    const file = customOf({ ...newSketch([]), kind: 'FILE', zh: '图纸', sensitive: true, listed: true, filterable: true });
    expect([file.sensitive, file.listed, file.filterable]).toEqual([false, false, false]);
    expect(customOf({ ...newSketch([]), zh: '门禁码', sensitive: true, filterable: true }).filterable).toBe(false);
  });

  it('are put in order', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  });
});

describe('values', () => {
  const shown: CustomValues = { values: { f3: 'o1', f4: MASK }, names: {}, maskedFields: ['f4'], hiddenFields: [], readOnlyFields: [] };

  it('of which only the mask is known are never sent', () => {
    expect(plainOf(shown)).toEqual({ f3: 'o1' });
  });

  it('are patched one by one', () => {
    expect(valuesPatch({ a: 1, b: 'x', c: ['f'] }, { a: 1, b: ' y ', c: [] })).toEqual({ b: 'y', c: null });
    expect(valuesPatch({ a: 1 }, { a: 1, b: undefined })).toBeUndefined();
    expect(filledValues({ a: '', b: [], c: ' 甲 ' })).toEqual({ c: '甲' });
  });

  it('stand beside the own fields when versions clash', () => {
    const flat = spread({ name: '甲', more: { f3: 'o1' } });
    expect(flat).toEqual({ name: '甲', 'more.f3': 'o1' });
    expect(gathered({ name: '乙', 'more.f3': 'o2' }, { f9: 1 })).toEqual({ name: '乙', more: { f9: 1, f3: 'o2' } });
  });

  it('are read in words, the mask as it is', () => {
    expect(customWords(level.field, 'o2', {}, yesNo)).toBe('银牌');
    expect(customWords({ ...level.field, kind: 'MONEY', options: [] }, MASK, {}, yesNo)).toBe(MASK);
  });

  it('are asked for unless withdrawn or closed', () => {
    expect(askedOf([level], [])).toHaveLength(1);
    expect(askedOf([level], ['f3'])).toHaveLength(0);
    expect(askedOf([{ ...level, withdrawn: true }], [])).toHaveLength(0);
  });
});

describe('conditions in an address', () => {
  it('come back as they were written', () => {
    const conditions = { f1: 'a&b=c', f2: '100..200' };
    expect(conditionsOf(textOf(conditions))).toEqual(conditions);
    expect(boundsOf('100..')).toEqual(['100', '']);
    expect(boundsOf(undefined)).toEqual(['', '']);
  });

  it('leave out what does not narrow', () => {
    expect(textOf({ f1: '', f2: '..', f3: 'o1' })).toBe('f3=o1');
  });
});

import { describe, expect, it } from 'vitest';
import { fieldsOf, isWhole, newField, requestOf, type TypeSketch } from '../define';

describe('defining a general request', () => {
  const sketch: TypeSketch = {
    zh: ' 用车申请 ',
    en: '',
    departmentId: 'd',
    fields: [
      { ...newField(1), zh: '车型', kind: 'CHOICE', options: '轿车\n\n面包车\n轿车', most: 3 },
      { ...newField(4), zh: '材料', en: 'Papers', kind: 'FILE', required: true, most: 2, megabytes: 5 },
    ],
  };

  it('makes options of lines, once each, and bounds only where there are any', () => {
    const [choice, file] = fieldsOf(sketch);
    expect(choice?.options.map((one) => [one.value, one.label.zh])).toEqual([['o1', '轿车'], ['o2', '面包车']]);
    expect(choice?.most).toBeUndefined();
    expect(file).toMatchObject({ name: 'f4', kind: 'FILE', required: true, most: 2, megabytes: 5, label: { zh: '材料', en: 'Papers' } });
    expect(requestOf(sketch, 'g-1').name).toEqual({ zh: '用车申请', en: '用车申请' });
  });

  it('is whole with a name, a department, and named fields whose choices have options', () => {
    expect(isWhole(sketch)).toBe(true);
    expect(isWhole({ ...sketch, departmentId: '' })).toBe(false);
    expect(isWhole({ ...sketch, fields: [] })).toBe(false);
    expect(isWhole({ ...sketch, fields: [{ ...newField(1), zh: '选', kind: 'CHOICES' }] })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { questionOf } from '../composables/useDuplicates';
import { emptyForm } from '../form';

const before = emptyForm();

describe('what is asked while typing', () => {
  it('asks nothing for one character, half a code, or a short number', () => {
    expect(questionOf({ ...before, name: '中', creditCode: '913501', phone: '021' }, before)).toBeUndefined();
  });

  it('asks with what is worth it', () => {
    const form = { ...before, name: '中石', creditCode: '91350100m000100y43', phone: '021-68475888' };
    expect(questionOf(form, before)).toEqual({
      name: '中石',
      creditCode: '91350100M000100Y43',
      phone: '021-68475888',
      exceptId: undefined,
    });
  });

  it('asks nothing in an edit that leaves name, code and phone alone', () => {
    const known = { ...before, name: '重庆长安' };
    expect(questionOf({ ...known, note: '新备注' }, known, 'c1')).toBeUndefined();
    expect(questionOf({ ...known, name: '重庆长安汽车' }, known, 'c1')).toMatchObject({ exceptId: 'c1' });
  });
});

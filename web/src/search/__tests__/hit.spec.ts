import { describe, expect, it } from 'vitest';
import { passages, placeOf, titleParts } from '../hit';

const marked = (field: string, ...texts: string[]) => ({
  field,
  parts: texts.map((text, at) => ({ text, hit: at % 2 === 1 })),
});

describe('titleParts', () => {
  it('marks the title when the highlight is the whole of it', () => {
    const hit = { title: '采购合同', highlights: [marked('title', '采购', '合同')] };
    expect(titleParts(hit)).toEqual([
      { text: '采购', hit: false },
      { text: '合同', hit: true },
    ]);
  });

  it('keeps the plain title when only a fragment came', () => {
    const hit = { title: '设备采购合同（2026）', highlights: [marked('title', '采购', '合同')] };
    expect(titleParts(hit)).toEqual([{ text: '设备采购合同（2026）', hit: false }]);
  });

  it('leaves markup in a title as text', () => {
    expect(titleParts({ title: '<b>x</b>', highlights: [] })).toEqual([{ text: '<b>x</b>', hit: false }]);
  });
});

describe('passages', () => {
  it('shows what was found elsewhere, with hits only, and at most the limit', () => {
    const highlights = [
      marked('title', '采购', '合同'),
      marked('text', '甲方', '合同', '生效'),
      marked('note', '没有标记'),
      marked('text', '附', '合同'),
      marked('text', '补充', '合同'),
    ];
    const found = passages({ title: '采购合同', highlights }, 2);
    expect(found.map((passage) => passage.parts.map((part) => part.text).join(''))).toEqual([
      '甲方合同生效',
      '附合同',
    ]);
  });
});

describe('placeOf', () => {
  it('leads a file to its item with the file shown', () => {
    expect(placeOf({ type: 'FILE', id: 'f1', itemId: 'i1', highlights: [] })).toEqual({
      name: 'item',
      params: { id: 'i1' },
      query: { file: 'f1' },
    });
    expect(placeOf({ type: 'CUSTOMER', id: 'c1', highlights: [] })).toEqual({ path: '/customers/c1' });
  });

  it('leads to the contacts of a customer that was found through one', () => {
    const hit = { type: 'CUSTOMER' as const, id: 'c1', highlights: [marked('contact', '', '芳华', ' · 13857512345')] };
    expect(placeOf(hit)).toEqual({ path: '/customers/c1', query: { tab: 'contacts' } });
    const named = { ...hit, highlights: [marked('name', '', '芳华', '酒店'), ...hit.highlights] };
    expect(placeOf(named)).toEqual({ path: '/customers/c1' });
  });
});

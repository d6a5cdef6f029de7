import { describe, expect, it } from 'vitest';
import { entryOfHit, matching } from '../paletteEntries';

describe('suggestions of the one box', () => {
  it('says what a hit belongs to', () => {
    const hit = { type: 'ITEM' as const, id: '1', title: '合同', number: 'Z1-1', dossierTitle: '合同卷', customerName: '长安', highlights: [] };
    expect(entryOfHit(hit).detail).toBe('Z1-1 · 合同卷 · 长安');
  });

  it('tells a customer that was found through a person as that person', () => {
    const parts = [
      { text: '张', hit: false },
      { text: '芳华', hit: true },
      { text: ' · 13857512345', hit: false },
    ];
    const hit = { type: 'CUSTOMER' as const, id: '1', title: '某公司', number: 'C-1', highlights: [{ field: 'contact', parts }] };
    expect(entryOfHit(hit)).toMatchObject({ kind: 'CONTACT', title: '张芳华 · 某公司', detail: 'C-1 · 13857512345' });
  });

  it('finds pages by a part of the name, whatever the case', () => {
    const pages = [
      { key: 'a', kind: 'PAGE' as const, title: 'Audit log', to: '/audit' },
      { key: 'b', kind: 'PAGE' as const, title: '客户', to: '/customers' },
    ];
    expect(matching(pages, ' AUDIT ').map((page) => page.key)).toEqual(['a']);
    expect(matching(pages, '')).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import type { DigitalFile } from '@/api/contract';
import { pageOf } from '../composables/useSiblings';
import { emptyDraft, lacking, requestOf, usualTitle } from '../dossierDraft';
import { versionsOf, worstOf } from '../fileVersions';
import { draftOf, patchOf } from '../itemDraft';

describe('dossier draft', () => {
  it('names what is lacking', () => {
    expect(lacking(emptyDraft())).toEqual(['customerId', 'title']);
    expect(lacking({ ...emptyDraft(), customer: { id: 'c1', name: '绿地' }, title: ' ' })).toEqual(['title']);
  });

  it('leaves to the server what the class decides', () => {
    const draft = { ...emptyDraft(), customer: { id: 'c1', name: '绿地' }, title: ' 合同 ' };
    expect(JSON.parse(JSON.stringify(requestOf(draft)))).toEqual({
      customerId: 'c1',
      title: '合同',
      classCode: 'KH·01',
    });
  });

  it('offers a title of customer and class', () => {
    const draft = { ...emptyDraft(), customer: { id: 'c1', name: '绿地' } };
    expect(usualTitle(draft, undefined)).toBe('绿地');
  });
});

describe('item draft', () => {
  const item = {
    title: '合同',
    documentDate: '2026-11-22',
    keywords: ['框架'],
    pages: 3,
    secrecy: 'INTERNAL' as const,
  };

  it('patches only what changed, and clears with null', () => {
    const before = draftOf(item);
    const after = { ...before, title: '框架合同', pages: null, keywords: ['框架', '年度'] };
    expect(patchOf(before, after)).toEqual({ title: '框架合同', pages: null, keywords: ['框架', '年度'] });
  });

  it('sends nothing when nothing changed', () => {
    expect(patchOf(draftOf(item), draftOf(item))).toEqual({});
  });
});

describe('versionsOf', () => {
  it('groups by name, newest first', () => {
    const file = (id: string, name: string, versionNumber: number) =>
      ({ id, name, versionNumber }) as DigitalFile;
    const files = [file('1', 'a.pdf', 1), file('2', 'b.pdf', 1), file('3', 'a.pdf', 2)];
    expect(versionsOf(files).map(({ current, older }) => [current.id, older.map((each) => each.id)])).toEqual(
      [
        ['3', ['1']],
        ['2', []],
      ],
    );
  });
});

describe('pageOf', () => {
  it('finds the page of two hundred from the number', () => {
    expect(pageOf('K001-KH·2026-D10-XS-0001-0001')).toBe(1);
    expect(pageOf('K001-KH·2026-D10-XS-0001-0200')).toBe(1);
    expect(pageOf('K001-KH·2026-D10-XS-0001-0201')).toBe(2);
    expect(pageOf('without')).toBe(1);
  });
});

describe('worstOf', () => {
  const file = (id: string, worst: DigitalFile['worst'], examination: DigitalFile['examination'] = 'DONE') =>
    ({ id, worst, examination }) as DigitalFile;

  it('puts problems before warnings and says nothing when all is well', () => {
    expect(worstOf([file('a', undefined), file('b', 'WARNING'), file('c', 'ERROR')])?.id).toBe('c');
    expect(worstOf([file('a', 'INFO'), file('b', undefined, 'FAILED')])?.id).toBe('b');
    expect(worstOf([file('a', 'INFO')])).toBeUndefined();
    expect(worstOf(undefined)).toBeUndefined();
  });
});

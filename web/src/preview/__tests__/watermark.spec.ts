import { describe, expect, it } from 'vitest';
import { kindOf } from '../kind';
import { watermarkImage, watermarkLines } from '../watermark';

describe('watermark', () => {
  it('names the viewer and the minute', () => {
    const lines = watermarkLines({ name: '王晓燕', userName: 'clerk' }, new Date('2026-11-22T01:05:00Z'));
    expect(lines).toEqual(['王晓燕 clerk', '2026-11-22 09:05']);
  });

  it('cannot be broken out of by a name', () => {
    const image = decodeURIComponent(watermarkImage(['"></svg><script>alert(1)</script>']));
    expect(image).not.toContain('<script');
    expect(watermarkImage(['a")b'])).not.toContain('a")b');
  });
});

describe('kindOf', () => {
  it('believes the content, not the name', () => {
    expect(kindOf({ name: 'not-really.pdf', format: { mime: 'text/plain', name: 'Plain text' } })).toBe(
      'TEXT',
    );
    expect(kindOf({ name: 'scan', format: { mime: 'image/png', name: 'PNG' } })).toBe('IMAGE');
  });

  it('goes by the name until the content is known', () => {
    expect(kindOf({ name: 'A.PDF' })).toBe('PDF');
    expect(kindOf({ name: 'letter.docx' })).toBe('TEXT');
  });

  it('never shows SVG, which may carry scripts, as a picture', () => {
    expect(kindOf({ name: 'a.svg', format: { mime: 'image/svg+xml', name: 'SVG' } })).toBe('TEXT');
  });
});

import { describe, expect, it } from 'vitest';
import { refusalOf } from '../transport';

describe('refusalOf', () => {
  it('takes the words of the problem', () => {
    const body = JSON.stringify({ slug: 'file-too-large', zh: '太大', en: 'too large', status: 413 });
    expect(refusalOf(body)).toEqual({ slug: 'file-too-large', zh: '太大', en: 'too large' });
  });

  it('calls everything else internal', () => {
    expect(refusalOf('<html>Bad Gateway</html>')).toEqual({ slug: 'internal' });
    expect(refusalOf(undefined)).toEqual({ slug: 'internal' });
    expect(refusalOf('null')).toEqual({ slug: 'internal' });
  });
});

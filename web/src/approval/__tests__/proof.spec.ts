import { describe, expect, it } from 'vitest';
import { sealOf } from '../proof';

describe('the proof of a record', () => {
  const seal = (intact: boolean) => ({ seal: { index: 1, intact, checkpoint: 2, root: '', sealedAt: '' } });

  it('is whole only if every line is sealed and unchanged', () => {
    expect(sealOf([seal(true), seal(true)])).toBe('sealed');
    expect(sealOf([seal(true), {}])).toBe('waiting');
    expect(sealOf([seal(true), {}, seal(false)])).toBe('broken');
    expect(sealOf([])).toBe('waiting');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { networksOf } from '../networks';
import { answer, asking, askForProof } from '../stepUp';

describe('networks typed by people', () => {
  it('takes lines, commas and Chinese punctuation', () => {
    expect(networksOf(' 10.0.0.0/8\n192.168.1.0/24，2001:db8::/32;\n')).toEqual(['10.0.0.0/8', '192.168.1.0/24', '2001:db8::/32']);
    expect(networksOf('  \n')).toEqual([]);
  });
});

describe('the question for a fresh proof', () => {
  afterEach(() => answer(false));

  it('is asked once for all who need it', async () => {
    const first = askForProof();
    const second = askForProof();
    expect(second).toBe(first);
    expect(asking.value).toBe(true);
    answer(true);
    expect(await first).toBe(true);
    expect(asking.value).toBe(false);
  });

  it('is asked anew after it was given up', async () => {
    const first = askForProof();
    answer(false);
    expect(await first).toBe(false);
    expect(askForProof()).not.toBe(first);
  });
});

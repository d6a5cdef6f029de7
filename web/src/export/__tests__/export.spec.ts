import { describe, expect, it } from 'vitest';
import { needsApproval, selectionOf } from '../export';

describe('exports', () => {
  it('take what the list shows, whatever its order and page', () => {
    expect(selectionOf({ q: '纺织', kind: 'KEY', sort: '-name', size: '50', sharedWithMe: 'true' })).toEqual({
      q: '纺织',
      kind: 'KEY',
      sharedWithMe: true,
    });
    expect(selectionOf({})).toEqual({});
  });

  it('need approval when they are many or show what is sensitive', () => {
    expect(needsApproval(100, 100, false, ['PHONE'])).toBe(false);
    expect(needsApproval(101, 100, false, ['NAME'])).toBe(true);
    expect(needsApproval(1, 100, true, ['PHONE'])).toBe(true);
    expect(needsApproval(1, 100, true, ['NAME'])).toBe(false);
  });
});

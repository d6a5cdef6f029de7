import { describe, expect, it } from 'vitest';
import type { CustomField } from '@/api/contract';
import { columnsOfFields, needsApproval, selectionOf } from '../export';

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
    expect(needsApproval(1, 100, true, ['NAME'], [{ name: 'secret' }], ['level'])).toBe(false);
    expect(needsApproval(1, 100, true, ['NAME'], [{ name: 'secret' }], ['secret'])).toBe(true);
    expect(needsApproval(1, 100, false, ['NAME'], [{ name: 'secret' }], ['secret'])).toBe(false);
  });

  it("offer a company's own fields as columns, but for files and withdrawn ones", () => {
    const field = (name: string, kind: CustomField['field']['kind'], traits: Partial<CustomField> = {}): CustomField => ({
      field: { name, kind, label: { zh: name, en: name }, required: false, options: [] },
      sensitive: false,
      listed: false,
      filterable: false,
      withdrawn: false,
      ...traits,
    });
    const offered = columnsOfFields([
      field('level', 'CHOICE'),
      field('secret', 'TEXT', { sensitive: true }),
      field('paper', 'FILE'),
      field('old', 'TEXT', { withdrawn: true }),
    ]);
    expect(offered.plain.map((one) => one.name)).toEqual(['level']);
    expect(offered.sensitive.map((one) => one.name)).toEqual(['secret']);
  });
});

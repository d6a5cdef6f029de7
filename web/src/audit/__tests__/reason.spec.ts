import { describe, expect, it } from 'vitest';
import { grouped } from '../composables/useActs';
import { reasonOf } from '../reason';

describe('reason', () => {
  it('takes a refusal apart', () => {
    expect(reasonOf('access.refused', 'not-found GET /api/customers/1')).toEqual({
      kind: 'refusal',
      slug: 'not-found',
      method: 'GET',
      path: '/api/customers/1',
    });
  });

  it('knows codes from words', () => {
    expect(reasonOf('session.opened', 'PASSWORD+CODE')).toEqual({ kind: 'code', code: 'PASSWORD+CODE' });
    expect(reasonOf('session.refused', 'wrong-credentials')).toEqual({ kind: 'code', code: 'wrong-credentials' });
    expect(reasonOf('rights.requested', '工作需要')).toEqual({ kind: 'words', words: '工作需要' });
    expect(reasonOf('rights.requested', 'because of work')).toEqual({ kind: 'words', words: 'because of work' });
  });

  it('takes apart what a reader of the log asked', () => {
    expect(reasonOf('audit.read', 'act=person.added from=2026-11-01T00:00:00Z')).toEqual({
      kind: 'asked',
      words: [
        ['act', 'person.added'],
        ['from', '2026-11-01T00:00:00Z'],
      ],
    });
  });
});

describe('acts', () => {
  it('are grouped by module', () => {
    const act = (name: string) => ({ act: name, module: name.split('.')[0] ?? '', zh: name, en: name, actClass: 'USER' as const });
    expect(grouped([act('a.x'), act('a.y'), act('b.x')]).map(([module, acts]) => [module, acts.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});

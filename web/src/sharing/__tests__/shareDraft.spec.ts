import { describe, expect, it } from 'vitest';
import { emptyShare, isComplete, isOutOfTerm, requestOf } from '../shareDraft';

const person = { ...emptyShare(), personId: 'p', departmentId: 'd', until: '2026-12-01', reason: ' 联合投标 ' };

describe('share', () => {
  it('names one receiver only and ends with the chosen day', () => {
    const request = requestOf(person, 'CUSTOMER', 'c');

    expect(request).toMatchObject({ kind: 'CUSTOMER', thing: 'c', personId: 'p', reason: '联合投标', mayEdit: false });
    expect(request).not.toHaveProperty('departmentId');
    expect(new Date(String(request.validUntil)).getTime()).toBe(Date.parse('2026-12-01T15:59:59Z'));
    expect(requestOf({ ...person, receiver: 'department' }, 'DOSSIER', 'x')).not.toHaveProperty('personId');
  });

  it('needs a receiver, an end and a reason', () => {
    expect(isComplete(person)).toBe(true);
    expect(isComplete({ ...person, personId: '' })).toBe(false);
    expect(isComplete({ ...person, until: '' })).toBe(false);
    expect(isComplete({ ...person, reason: '  ' })).toBe(false);
  });

  it('offers days from today up to a year', () => {
    const now = new Date('2026-11-22T07:00:00Z');
    expect(isOutOfTerm(new Date(2026, 10, 21), now)).toBe(true);
    expect(isOutOfTerm(new Date(2026, 10, 22), now)).toBe(false);
    expect(isOutOfTerm(new Date(2027, 10, 21), now)).toBe(false);
    expect(isOutOfTerm(new Date(2027, 10, 22), now)).toBe(true);
  });
});

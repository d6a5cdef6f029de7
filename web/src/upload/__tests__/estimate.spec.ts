import { describe, expect, it } from 'vitest';
import { readable, secondsLeft, speedOf, withSample, type Sample } from '../estimate';

describe('speedOf', () => {
  it('says nothing before a second has been seen', () => {
    expect(
      speedOf([
        { at: 0, sent: 0, done: 0 },
        { at: 900, sent: 5_000, done: 0 },
      ]),
    ).toBeUndefined();
  });

  it('measures the last ten seconds only', () => {
    let samples: Sample[] = [];
    for (let second = 0; second <= 30; second++) {
      samples = withSample(samples, {
        at: second * 1000,
        sent: second < 15 ? 0 : (second - 15) * 1000,
        done: 0,
      });
    }
    expect(samples[0]?.at).toBe(20_000);
    expect(speedOf(samples)).toBe(1000);
  });

  it('starts afresh when the count goes back', () => {
    const samples = withSample([{ at: 0, sent: 500, done: 0 }], { at: 2000, sent: 100, done: 0 });
    expect(samples).toEqual([{ at: 2000, sent: 100, done: 0 }]);
  });
});

it('measures work apart from bytes', () => {
  const samples = [
    { at: 0, sent: 0, done: 0 },
    { at: 2000, sent: 100, done: 8000 },
  ];
  expect(speedOf(samples, 'done')).toBe(4000);
});

describe('secondsLeft', () => {
  it('divides what is left by the speed', () => {
    expect(secondsLeft(2500, 1000)).toBe(3);
    expect(secondsLeft(0, undefined)).toBe(0);
    expect(secondsLeft(10, 0)).toBeUndefined();
  });
});

describe('readable', () => {
  it('speaks in the units a person would', () => {
    expect(readable(42)).toEqual({ hours: 0, minutes: 0, seconds: 42 });
    expect(readable(90)).toEqual({ hours: 0, minutes: 2, seconds: 0 });
    expect(readable(3900)).toEqual({ hours: 1, minutes: 5, seconds: 0 });
  });
});

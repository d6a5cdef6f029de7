import { describe, expect, it } from 'vitest';
import { fitScale, quarterTurn, zoomStep } from '../zoom';

describe('zoomStep', () => {
  it('goes from a fitted scale to the next fixed step', () => {
    expect(zoomStep(1.36, 1)).toBe(1.5);
    expect(zoomStep(1.36, -1)).toBe(1.25);
    expect(zoomStep(1.25, 1)).toBe(1.5);
  });

  it('stays at the ends', () => {
    expect(zoomStep(4, 1)).toBe(4);
    expect(zoomStep(0.25, -1)).toBe(0.25);
  });
});

describe('fitScale', () => {
  const a4 = { width: 600, height: 800 };

  it('fits the width or the whole page', () => {
    expect(fitScale('WIDTH', a4, { width: 900, height: 400 }, 0)).toBe(1.5);
    expect(fitScale('PAGE', a4, { width: 900, height: 400 }, 0)).toBe(0.5);
  });

  it('fits the turned page', () => {
    expect(fitScale('WIDTH', a4, { width: 800, height: 400 }, 90)).toBe(1);
  });

  it('does not fall to nothing before the room is known', () => {
    expect(fitScale('WIDTH', a4, { width: 0, height: 0 }, 0)).toBe(1);
  });
});

it('turns by quarters and comes round', () => {
  expect([0, 90, 180, 270].map(quarterTurn)).toEqual([90, 180, 270, 0]);
});

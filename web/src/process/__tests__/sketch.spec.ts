import { describe, expect, it } from 'vitest';
import { all, compare, find, freeId, moved, newBranch, newLanes, newStep, put, replace, without, withNewWay, withoutWay } from '../sketch';

const one = newStep('step1', '一', 'One');
const two = newStep('step2', '二', 'Two');
const inner = newStep('step3', '三', 'Three');
const branch = put([newBranch('branch1', 'amount')], { fork: 'branch1', way: 1, at: 0 }, inner)[0]!;
const parts = [one, branch, two];

const ids = (list: readonly { id: string }[]) => list.map((part) => part.id);

describe('drawing a process', () => {
  it('finds parts inside forks', () => {
    expect(ids(all(parts))).toEqual(['step1', 'branch1', 'step3', 'step2']);
    expect(find(parts, 'step3')).toEqual(inner);
    expect(freeId(parts, 'step')).toBe('step4');
  });

  it('puts, replaces and removes without touching what was', () => {
    const before = JSON.stringify(parts);
    const more = put(parts, { fork: 'branch1', way: 0, at: 0 }, newStep('step4', '四', 'Four'));
    expect(find(more, 'branch1')?.ways[0]?.parts[0]?.id).toBe('step4');
    expect(find(replace(parts, 'step3', { ...inner, mode: 'ALL' }), 'step3')?.mode).toBe('ALL');
    expect(ids(all(without(parts, 'step3')))).toEqual(['step1', 'branch1', 'step2']);
    expect(ids(all(without(parts, 'branch1')))).toEqual(['step1', 'step2']);
    expect(JSON.stringify(parts)).toBe(before);
  });

  it('moves within its own row and no further', () => {
    expect(ids(moved(parts, 'step2', -1))).toEqual(['step1', 'step2', 'branch1']);
    expect(ids(moved(parts, 'step1', -1))).toEqual(['step1', 'branch1', 'step2']);
    expect(ids(moved(parts, 'step2', 1))).toEqual(['step1', 'branch1', 'step2']);
    expect(ids(all(moved(parts, 'step3', 1)))).toEqual(['step1', 'branch1', 'step3', 'step2']);
  });

  it('keeps the way for what is left at the end of a branch', () => {
    const wider = withNewWay(branch, { when: { fact: 'amount', operator: 'LESS', value: '1' }, parts: [] });
    expect(wider.ways.map((way) => way.when !== undefined)).toEqual([true, true, false]);
    expect(withoutWay(wider, 0).ways).toHaveLength(2);
    const lanes = withNewWay(newLanes('lanes1', one, two), { parts: [inner] });
    expect(ids(lanes.ways.flatMap((way) => way.parts))).toEqual(['step1', 'step2', 'step3']);
  });
});

describe('comparing versions', () => {
  it('tells what came, what went and what stayed', () => {
    expect(compare('甲\n乙\n丙', '甲\n丁\n丙')).toEqual([
      { text: '甲', sign: '' },
      { text: '乙', sign: '-' },
      { text: '丁', sign: '+' },
      { text: '丙', sign: '' },
    ]);
    expect(compare('甲', '甲')).toEqual([{ text: '甲', sign: '' }]);
  });
});

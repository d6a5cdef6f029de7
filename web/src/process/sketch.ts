import type { ProcessPart, ProcessWay } from '@/api/contract';

/** Changes of a drawing; each answers a new one, so that what was can be gone back to. */
export type Parts = readonly ProcessPart[];

/** Every part, from above, parts of ways after their fork. */
export function all(parts: Parts): ProcessPart[] {
  return parts.flatMap((part) => [part, ...part.ways.flatMap((way) => all(way.parts))]);
}

export function find(parts: Parts, id: string): ProcessPart | undefined {
  return all(parts).find((part) => part.id === id);
}

/** A free id: the word with the first number that is not taken. */
export function freeId(parts: Parts, word: string): string {
  const taken = new Set(all(parts).map((part) => part.id));
  let number = 1;
  while (taken.has(`${word}${number}`)) number++;
  return `${word}${number}`;
}

const nothing = { approvers: [], ways: [] };

export function newStep(id: string, zh: string, en: string): ProcessPart {
  return { ...nothing, id, kind: 'STEP', name: { zh, en }, mode: 'ANY', share: 100, approvers: [{ by: 'DEPARTMENT_HEAD', levels: 0 }] };
}

export function newBranch(id: string, fact: string): ProcessPart {
  return { ...nothing, id, kind: 'BRANCH', ways: [{ when: { fact, operator: 'AT_LEAST', value: '' }, parts: [] }, { parts: [] }] };
}

export function newLanes(id: string, first: ProcessPart, second: ProcessPart): ProcessPart {
  return { ...nothing, id, kind: 'LANES', ways: [{ parts: [first] }, { parts: [second] }] };
}

/** Where something can be put: at a place of the whole way, or of one way of a fork. */
export interface Place {
  fork?: string;
  way?: number;
  at: number;
}

function change(parts: Parts, id: string, by: (part: ProcessPart) => ProcessPart): ProcessPart[] {
  return parts.map((part) => (part.id === id ? by(part) : { ...part, ways: part.ways.map((way) => ({ ...way, parts: change(way.parts, id, by) })) }));
}

export function put(parts: Parts, place: Place, added: ProcessPart): ProcessPart[] {
  const into = (list: Parts) => [...list.slice(0, place.at), added, ...list.slice(place.at)];
  if (place.fork === undefined) return into(parts);
  return change(parts, place.fork, (fork) => withWay(fork, place.way ?? 0, (way) => ({ ...way, parts: into(way.parts) })));
}

/** One way of a fork, changed. */
export function withWay(fork: ProcessPart, index: number, by: (way: ProcessWay) => ProcessWay): ProcessPart {
  return { ...fork, ways: fork.ways.map((way, i) => (i === index ? by(way) : way)) };
}

export function replace(parts: Parts, id: string, part: ProcessPart): ProcessPart[] {
  return change(parts, id, () => part);
}

export function without(parts: Parts, id: string): ProcessPart[] {
  return parts.filter((part) => part.id !== id).map((part) => ({ ...part, ways: part.ways.map((way) => ({ ...way, parts: without(way.parts, id) })) }));
}

/** Changes places with the neighbour before (-1) or after (1); at the end of its row nothing happens. */
export function moved(parts: Parts, id: string, by: -1 | 1): ProcessPart[] {
  const at = parts.findIndex((part) => part.id === id);
  if (at < 0) return parts.map((part) => ({ ...part, ways: part.ways.map((way) => ({ ...way, parts: moved(way.parts, id, by) })) }));
  const list = [...parts];
  const [part] = list.splice(at, 1);
  if (part) list.splice(Math.min(list.length, Math.max(0, at + by)), 0, part);
  return list;
}

/** One more way, before the last of a branch, which takes what is left. */
export function withNewWay(fork: ProcessPart, way: ProcessWay): ProcessPart {
  const at = fork.kind === 'BRANCH' ? fork.ways.length - 1 : fork.ways.length;
  return { ...fork, ways: [...fork.ways.slice(0, at), way, ...fork.ways.slice(at)] };
}

export function withoutWay(fork: ProcessPart, index: number): ProcessPart {
  return { ...fork, ways: fork.ways.filter((_, i) => i !== index) };
}

export interface Line {
  text: string;
  sign: '+' | '-' | '';
}

/** Two outlines line by line: what both hold, what only the older (-) or the newer (+) holds. */
export function compare(older: string, newer: string): Line[] {
  const a = older.split('\n');
  const b = newer.split('\n');
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) common[i]![j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ text: a[i]!, sign: '' });
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) lines.push({ text: a[i++]!, sign: '-' });
    else lines.push({ text: b[j++]!, sign: '+' });
  }
  return lines;
}

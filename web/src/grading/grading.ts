import { useQuery } from '@tanstack/vue-query';
import type { GradeFact, GradePreview, GradeRules, GradeRulesVersion, GradeTest } from '@/api/contract';
import { http } from '@/api/http';

export type Operator = NonNullable<GradeTest['operator']>;
export type Grade = NonNullable<GradeRules['otherwise']>;
export type GradeOrNone = Grade | 'NONE';

export const grades: readonly Grade[] = ['A', 'B', 'C', 'D'];
export const gradesAndNone: readonly GradeOrNone[] = [...grades, 'NONE'];

const ordered: readonly Operator[] = ['AT_LEAST', 'GREATER', 'AT_MOST', 'LESS', 'EQUAL', 'KNOWN', 'UNKNOWN'];
const chosen: readonly Operator[] = ['ONE_OF', 'NONE_OF', 'KNOWN', 'UNKNOWN'];

/** How facts of each type can be compared, as the server has it. */
export const operators: Record<GradeFact['type'], readonly Operator[]> = {
  NUMBER: ordered,
  DATE: ordered,
  CHOICE: chosen,
  REGION: chosen,
  INDUSTRY: chosen,
  DEPARTMENT: chosen,
  TEXT: ['CONTAINS', 'KNOWN', 'UNKNOWN'],
  TAGS: ['ONE_OF', 'ALL_OF', 'NONE_OF', 'KNOWN', 'UNKNOWN'],
};

export function needsValue(operator: Operator | undefined): boolean {
  return operator !== 'KNOWN' && operator !== 'UNKNOWN';
}

export function comparison(fact: GradeFact): GradeTest {
  return { kind: 'FACT', parts: [], fact: fact.code, operator: operators[fact.type][0], values: [] };
}

export function group(kind: 'ALL' | 'ANY', ...parts: GradeTest[]): GradeTest {
  return { kind, parts, values: [] };
}

/** A copy to be changed, each rule with a group at its top, so that conditions can be added. */
export function editable(rules: GradeRules): GradeRules {
  const copy = JSON.parse(JSON.stringify(rules)) as GradeRules;
  return { ...copy, rules: copy.rules.map((rule) => (rule.when.kind === 'FACT' ? { ...rule, when: group('ALL', rule.when) } : rule)) };
}

/** What is still missing keeps rules from being saved. */
export function isWhole(test: GradeTest): boolean {
  return test.kind === 'FACT' ? Boolean(test.fact && test.operator) && (!needsValue(test.operator) || test.values.length > 0) : test.parts.length > 0 && test.parts.every(isWhole);
}

export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one === undefined || to < 0 || to >= list.length) return [...list];
  next.splice(to, 0, one);
  return next;
}

/** So many customers of a grade now and by the rules. */
export function sums(preview: GradePreview): { grade: GradeOrNone; before: number; after: number }[] {
  return gradesAndNone.map((grade) => ({
    grade,
    before: preview.moves.filter((move) => (move.from ?? 'NONE') === grade).reduce((sum, move) => sum + move.count, 0),
    after: preview.moves.filter((move) => (move.to ?? 'NONE') === grade).reduce((sum, move) => sum + move.count, 0),
  }));
}

export function cell(preview: GradePreview, from: GradeOrNone, to: GradeOrNone): number {
  return preview.moves.find((move) => (move.from ?? 'NONE') === from && (move.to ?? 'NONE') === to)?.count ?? 0;
}

export const gradingKeys = { all: ['/api/grading'] as const, facts: ['/api/grading', 'facts'] as const, rules: ['/api/grading', 'rules'] as const, runs: ['/api/grading', 'runs'] as const };

export function useGradeFacts() {
  return useQuery({ queryKey: gradingKeys.facts, queryFn: () => http.get<{ items: GradeFact[] }>('/api/grading/facts'), staleTime: 300_000 });
}

export function useGradeRules() {
  return useQuery({ queryKey: gradingKeys.rules, queryFn: () => http.get<{ items: GradeRulesVersion[] }>('/api/grading/rules') });
}

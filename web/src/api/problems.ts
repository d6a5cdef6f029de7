import { ElMessage } from 'element-plus';
import 'element-plus/es/components/message/style/css';
import { i18n, language } from '@/i18n';
import type { FieldProblem, Problem } from './contract';
import { ProblemError } from './http';

/** Slugs this client explains in its own words; the server's sentence is used for all others. */
const ownWords = new Set(['offline', 'not-signed-in', 'internal', 'stale-version']);

/** What happened and what to do, in the reader's language. */
export function wordsOf(problem: Problem): string {
  const { t, te } = i18n.global;
  const key = `api.${problem.slug}`;
  if (ownWords.has(problem.slug) && te(key)) return t(key, { incident: problem.incident ?? '—' });
  const sentence = language() === 'zh' ? problem.zh : problem.en;
  if (sentence) return sentence;
  return te(key) ? t(key) : (problem.detail ?? problem.title ?? t('api.unknown'));
}

export function fieldWords(field: FieldProblem): string {
  return (language() === 'zh' ? field.zh : field.en) ?? i18n.global.t('api.invalid-input');
}

/** Problems of single fields by name, for showing them at the fields. */
export function fieldProblems(problem: Problem | undefined): Record<string, string> {
  return Object.fromEntries((problem?.fields ?? []).map((field) => [field.name, fieldWords(field)]));
}

export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { slug: 'unknown' };
}

/** Tells the user about an error that no field or page place can show. */
export function tell(error: unknown): void {
  const problem = problemOf(error);
  // The sign-in page appears by itself then.
  if (problem.slug === 'not-signed-in') return;
  ElMessage({ type: 'error', message: wordsOf(problem), duration: 6000, showClose: true, grouping: true });
}

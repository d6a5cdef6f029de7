import { useI18n } from 'vue-i18n';
import { useActs } from '@/audit/composables/useActs';
import { inLanguage } from '@/i18n';

const COMMON = ['*', '*.read', '*.viewed', '*.downloaded', '*.exported', '*.printed', '*.revealed'];

/** The deeds of rules in words. */
export function useRuleActs() {
  const { t, te } = useI18n();
  const { acts } = useActs();

  /** Patterns worth offering, those that a rule has in any case. */
  function patterns(chosen: readonly string[]): string[] {
    const own = chosen.filter((one) => one.startsWith('*') && !COMMON.includes(one));
    return [...COMMON.filter((one) => one === '*' || chosen.includes(one) || acts.value.some((act) => act.act.endsWith(one.slice(1)))), ...own];
  }

  function wordsOfPattern(pattern: string): string {
    const key = `alert.acts.pattern.${pattern === '*' ? 'all' : pattern.slice(2)}`;
    return te(key) ? t(key) : pattern;
  }

  function wordsOfAct(name: string): string {
    if (name.startsWith('*')) return wordsOfPattern(name);
    const act = acts.value.find((one) => one.act === name);
    return act ? inLanguage(act) : name;
  }

  return { patterns, wordsOfPattern, wordsOfAct };
}

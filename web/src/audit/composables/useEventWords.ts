import { useI18n } from 'vue-i18n';
import { useWords } from '@/access/useWords';
import type { AuditEvent } from '@/api/contract';
import { doer, inLanguage, inList } from '@/i18n';
import { minute } from '@/kit/format';
import { reasonOf } from '../reason';
import { useActs } from './useActs';

/** Words for what an event holds as codes: kinds of subjects, reasons, roles. */
export function useEventWords() {
  const { t, te } = useI18n();
  const words = useWords();
  const { acts } = useActs();

  function known(key: string, otherwise: string): string {
    return te(key) ? t(key) : otherwise;
  }

  function kind(type: string | null | undefined): string {
    return type ? known(`audit.subjectType.${type.toUpperCase()}`, type) : '';
  }

  /** Whoever watches without seeing the subject is told its id, not its title. */
  function subject(event: AuditEvent): string {
    return [kind(event.subjectType), event.subjectTitle ?? event.subjectId?.slice(-12)].filter(Boolean).join(' ');
  }

  function code(one: string): string {
    return known(`audit.reasonWord.${one.replaceAll('+', '_')}`, one);
  }

  function asked(name: string, value: string): string {
    const act = acts.value.find((one) => one.act === value);
    const said =
      name === 'from' || name === 'until'
        ? minute(value)
        : name === 'role'
          ? words.role(value)
          : name === 'result'
            ? known(`audit.${value}`, value)
            : act
              ? inLanguage(act)
              : value;
    return `${known(`audit.asked.${name}`, name)} ${said}`;
  }

  function reason(event: AuditEvent): string {
    if (!event.reason) return '';
    const parts = reasonOf(event.act, event.reason);
    switch (parts.kind) {
      case 'refusal':
        return `${code(parts.slug)}（${parts.method} ${parts.path}）`;
      case 'asked':
        return parts.words.map(([name, value]) => asked(name, value)).join('；');
      case 'code':
        return code(parts.code);
      case 'words':
        return parts.words;
    }
  }

  function actor(event: AuditEvent): string {
    return doer(event.actorName) || event.actorUserName || t('audit.stranger');
  }

  function roles(event: AuditEvent): string {
    return inList(event.roles.map(words.role));
  }

  return { kind, subject, reason, actor, roles, role: words.role };
}

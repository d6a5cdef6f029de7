import { computed, ref } from 'vue';
import type { ApprovalCard, ApprovalType, Problem } from '@/api/contract';
import { http } from '@/api/http';
import { fieldProblems, problemOf } from '@/api/problems';
import { i18n, inLanguage } from '@/i18n';
import { filled, missing, type Names, type Values } from '@/form/values';
import { useDraft } from '@/kit/useDraft';

interface Draft {
  fields: Values;
  reason: string;
  /** Whom the requester chose, by step. */
  chosen: Record<string, string[]>;
  names: Names;
}

/** What the client must know of what was submitted; the card is asked for where it is shown. */
export type Kept = Pick<ApprovalCard, 'id' | 'number'>;

function draftOf(card: ApprovalCard | undefined, given: Values): Draft {
  if (!card) return { fields: { ...given }, reason: '', chosen: {}, names: {} };
  return { fields: { ...card.fields }, reason: card.reason, chosen: { ...card.chosen }, names: { ...card.names } };
}

/**
 * A request as it is written: a new one, or a returned one that is mended.
 *
 * @param given what the page before has filled in; it comes before what a draft holds
 */
export function useRequestForm(type: ApprovalType, card?: ApprovalCard, given: Values = {}) {
  const { t } = i18n.global;
  const start = JSON.stringify(draftOf(card, given));
  const form = ref<Draft>(draftOf(card, given));
  const tried = ref(false);
  const busy = ref(false);
  const problem = ref<Problem>();
  const dirty = () => JSON.stringify(form.value) !== start;
  const draft = useDraft(card ? `approval.again.${card.id}` : `approval.new.${type.code}`, form, dirty);
  draft.restore();
  form.value.fields = { ...form.value.fields, ...given };

  /** What is not filled in, told at the field; then what the server found. */
  const faults = computed<Record<string, string>>(() => ({ ...served(), ...(tried.value ? unfilled() : {}) }));

  function served(): Record<string, string> {
    return Object.fromEntries(Object.entries(fieldProblems(problem.value)).map(([name, words]) => [name.replace(/^fields\./, ''), words]));
  }

  function unfilled(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const name of missing(type.fields, form.value.fields)) {
      const label = inLanguage(type.fields.find((field) => field.name === name)?.label ?? {});
      found[name] = t('form.required', { label });
    }
    if (!form.value.reason.trim()) found.reason = t('form.required', { label: t('approval.card.reason') });
    for (const step of type.choosing) {
      if (!form.value.chosen[step.id]?.length) found[`chosen.${step.id}`] = t('approval.ask.choose', { step: inLanguage(step.name) });
    }
    return found;
  }

  async function submit(): Promise<Kept | undefined> {
    tried.value = true;
    if (busy.value || Object.keys(unfilled()).length > 0) return undefined;
    busy.value = true;
    problem.value = undefined;
    try {
      const body = { type: type.code, fields: filled(type.fields, form.value.fields), reason: form.value.reason.trim(), chosen: form.value.chosen };
      const kept = await http.post<Kept>(card ? `/api/approvals/${card.id}/resubmit` : '/api/approvals', body);
      form.value = draftOf(card, given);
      draft.forget();
      return kept;
    } catch (error) {
      problem.value = problemOf(error);
      return undefined;
    } finally {
      busy.value = false;
    }
  }

  function discard(): void {
    form.value = draftOf(card, given);
    draft.forget();
    tried.value = false;
    problem.value = undefined;
  }

  return { form, faults, busy, problem, dirty: computed(dirty), draftAt: draft.restoredAt, submit, discard };
}

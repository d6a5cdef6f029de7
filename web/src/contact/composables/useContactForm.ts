import { useQueryClient } from '@tanstack/vue-query';
import { computed, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Contact, FieldAccess, Problem } from '@/api/contract';
import { http } from '@/api/http';
import { fieldProblems, problemOf } from '@/api/problems';
import { differences, type Difference } from '@/kit/conflict';
import { useDraft } from '@/kit/useDraft';
import { useOwnRules } from '@/fieldRules/ownRules';
import { useAsked } from '@/customfield/useAsked';
import { gathered, pathOf, spread } from '@/customfield/values';
import { noteContacts } from '../contacts';
import { accessOf, bodyOf, changesDecider, emptyForm, faultsOf, formFields, formOf, patchOf, secretFields, tidy } from '../form';
import type { ContactForm, FormField } from '../form';

/** The state of one form: a new contact when `contact` is absent, editing otherwise. */
export function useContactForm(customer: string, contact: Contact | undefined, first: boolean, saved: () => void) {
  const { t } = useI18n();
  const queries = useQueryClient();
  const fresh = () => ({ ...emptyForm(), main: first });

  const base = ref<Contact | undefined>(contact);
  const form = ref<ContactForm>(contact ? formOf(contact) : fresh()) as Ref<ContactForm>;
  const reason = ref('');
  const roleSince = ref('');
  const tried = ref(false);
  const saving = ref(false);
  const problem = ref<Problem>();
  const conflict = ref<{ current: Contact; found: Difference[] }>();

  const before = computed(() => (base.value ? formOf(base.value) : fresh()));
  const dirty = computed(() => Object.keys(patchOf(before.value, form.value)).length > 0);
  const turnsDecider = computed(() => base.value !== undefined && changesDecider(before.value, form.value));
  const faults = computed<Record<string, string | undefined>>(() => ({
    ...faultsOf(form.value),
    ...(turnsDecider.value && !reason.value.trim() ? { reason: 'contact.fault.reason' } : {}),
  }));
  const served = computed(() => fieldProblems(problem.value));
  const values = computed({ get: () => form.value.more, set: (more) => (form.value.more = more) });
  const custom = useAsked('contact', () => base.value?.more, values);
  const customFaults = computed(() =>
    Object.fromEntries(
      custom.asked.value.map((field) => [field.name, (tried.value ? custom.faults.value[field.name] : undefined) ?? served.value[pathOf(field.name)]]),
    ),
  );
  const faultCount = computed(() => Object.keys(faults.value).length + Object.keys(custom.faults.value).length);

  const draft = useDraft(contact ? `contact.${contact.id}` : `contact.new.${customer}`, form, () => dirty.value, base, () =>
    custom.hasSensitive.value || !custom.known.value ? [...secretFields, 'more'] : secretFields,
  );
  draft.restore();

  function faultOf(field: FormField | 'reason' | 'roleSince'): string | undefined {
    const key = faults.value[field];
    return key && tried.value ? t(key) : served.value[field];
  }

  const rules = useOwnRules();
  /** Who writes a contact down keeps what he hears; who edits changes only what is his. */
  function accessTo(field: FormField): FieldAccess {
    if (base.value) return accessOf(base.value, field);
    const rule = field === 'birthday' ? 'idNumber' : field === 'mail' ? 'mail' : 'phone';
    return rules.value[rule] === 'HIDDEN' ? 'HIDDEN' : 'EDIT';
  }

  function write(): Promise<Contact> {
    const beside = {
      ...(reason.value.trim() ? { reason: reason.value.trim() } : {}),
      ...(roleSince.value ? { roleSince: roleSince.value } : {}),
    };
    if (!base.value) return http.post<Contact>(`/api/customers/${customer}/contacts`, { ...bodyOf(form.value), ...beside });
    return http.patch<Contact>(`/api/contacts/${base.value.id}`, { ...patchOf(before.value, form.value), ...beside }, base.value.version);
  }

  async function save(): Promise<void> {
    tried.value = true;
    problem.value = undefined;
    if (saving.value || faultCount.value > 0) return;
    saving.value = true;
    try {
      await write();
      draft.forget();
      await noteContacts(queries, customer);
      saved();
    } catch (error) {
      refuse(problemOf(error));
    } finally {
      saving.value = false;
    }
  }

  function refuse(answer: Problem): void {
    if (answer.slug === 'stale-version' && answer.current && base.value) {
      const current = answer.current as Contact;
      conflict.value = {
        current,
        found: differences(
          [...formFields, ...custom.fields.value.map((one) => pathOf(one.field.name))],
          spread(before.value),
          spread(tidy(form.value)),
          spread(formOf(current)),
        ),
      };
    } else {
      problem.value = answer;
    }
  }

  /** Puts the choice on top of the current version and saves it. */
  async function settle(chosen: Record<string, unknown>): Promise<void> {
    if (!conflict.value) return;
    base.value = conflict.value.current;
    const current = formOf(conflict.value.current);
    form.value = { ...current, ...gathered(chosen, current.more) } as ContactForm;
    conflict.value = undefined;
    if (dirty.value) {
      await save();
      return;
    }
    draft.forget();
    await noteContacts(queries, customer);
    saved();
  }

  function discard(): void {
    form.value = { ...before.value };
    draft.forget();
    tried.value = false;
    problem.value = undefined;
  }

  return { form, base, reason, roleSince, before, tried, saving, problem, conflict, dirty, turnsDecider, faultCount, faultOf, values, custom, customFaults, accessTo, save, settle, discard, draftAt: draft.restoredAt };
}

export type ContactFormState = ReturnType<typeof useContactForm>;

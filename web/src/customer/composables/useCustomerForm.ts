import { useQueryClient } from '@tanstack/vue-query';
import { computed, reactive, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Customer, Duplicates, FieldAccess, Problem, SensitiveField } from '@/api/contract';
import { http } from '@/api/http';
import { fieldProblems, problemOf } from '@/api/problems';
import { differences, type Difference } from '@/kit/conflict';
import { useDraft } from '@/kit/useDraft';
import { sensitiveFields } from '@/fieldRules/matrix';
import { useOwnRules } from '@/fieldRules/ownRules';
import { useAsked } from '@/customfield/useAsked';
import { gathered, pathOf, spread } from '@/customfield/values';
import { noteCustomer } from '../customer';
import { accessOf, bodyOf, emptyForm, faultsOf, formFields, formOf, mostOf, patchOf, tidy } from '../form';
import type { CustomerForm, FormField } from '../form';

/** The state of one form: registering when `customer` is absent, editing otherwise. */
export function useCustomerForm(customer: Customer | undefined, saved: (customer: Customer) => void) {
  const { t } = useI18n();
  const queries = useQueryClient();
  const start = customer ? formOf(customer) : emptyForm();

  const base = ref<Customer | undefined>(customer);
  const form = ref<CustomerForm>({ ...start }) as Ref<CustomerForm>;
  const reason = ref('');
  const touched = reactive(new Set<FormField>());
  const tried = ref(false);
  const saving = ref(false);
  const problem = ref<Problem>();
  /** Candidates of a refused registration. */
  const refused = ref<Duplicates>();
  const conflict = ref<{ current: Customer; found: Difference[] }>();

  const before = computed(() => (base.value ? formOf(base.value) : emptyForm()));
  const changed = computed(() => Object.keys(patchOf(before.value, form.value)));
  const dirty = computed(() => changed.value.length > 0);
  const faults = computed(() => faultsOf(form.value));
  const served = computed(() => fieldProblems(problem.value));
  const values = computed({ get: () => form.value.more, set: (more) => (form.value.more = more) });
  const custom = useAsked('customer', () => base.value?.more, values);
  const customFaults = computed(() =>
    Object.fromEntries(
      custom.asked.value.map((field) => [field.name, (tried.value ? custom.faults.value[field.name] : undefined) ?? served.value[pathOf(field.name)]]),
    ),
  );
  const faultCount = computed(() => Object.keys(faults.value).length + Object.keys(custom.faults.value).length);

  const draft = useDraft(
    customer ? `customer.${customer.id}` : 'customer.new',
    form,
    () => dirty.value,
    base,
    () => (custom.hasSensitive.value || !custom.known.value ? [...sensitiveFields, 'more'] : sensitiveFields),
  );
  draft.restore();

  function faultOf(field: FormField): string | undefined {
    const key = faults.value[field];
    if (key && (touched.has(field) || tried.value)) return t(key, { most: mostOf(field) ?? 0 });
    return served.value[field];
  }

  const rules = useOwnRules();
  /** Who registers may write down what he hears; who edits changes only what is his. */
  function accessTo(field: FormField): FieldAccess {
    if (base.value) return accessOf(base.value, field);
    return rules.value[field as SensitiveField] === 'HIDDEN' ? 'HIDDEN' : 'EDIT';
  }

  function write(acceptDuplicates: boolean): Promise<Customer> {
    if (!base.value) {
      const body = acceptDuplicates ? { ...bodyOf(form.value), acceptDuplicates } : bodyOf(form.value);
      return http.post<Customer>('/api/customers', body);
    }
    const patch: Record<string, unknown> = patchOf(before.value, form.value);
    if (reason.value.trim()) patch.reason = reason.value.trim();
    return http.patch<Customer>(`/api/customers/${base.value.id}`, patch, base.value.version);
  }

  async function save(acceptDuplicates = false): Promise<void> {
    tried.value = true;
    problem.value = undefined;
    if (saving.value || faultCount.value > 0) return;
    saving.value = true;
    try {
      const stored = await write(acceptDuplicates);
      refused.value = undefined;
      base.value = stored;
      draft.forget();
      await noteCustomer(queries, stored);
      saved(stored);
    } catch (error) {
      refuse(problemOf(error));
    } finally {
      saving.value = false;
    }
  }

  function refuse(answer: Problem): void {
    if (answer.slug === 'possible-duplicate') {
      refused.value = { candidates: answer.candidates ?? [], hidden: answer.hidden ?? 0 };
    } else if (answer.slug === 'stale-version' && answer.current && base.value) {
      const current = answer.current as Customer;
      const mine = { ...tidy(form.value) };
      conflict.value = {
        current,
        found: differences(
          [...formFields, ...custom.fields.value.map((one) => pathOf(one.field.name))],
          spread(before.value),
          spread(mine),
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
    form.value = { ...current, ...gathered(chosen, current.more) } as CustomerForm;
    conflict.value = undefined;
    if (dirty.value) await save();
    else {
      draft.forget();
      await noteCustomer(queries, base.value);
      saved(base.value);
    }
  }

  function discard(): void {
    form.value = { ...before.value };
    draft.forget();
    touched.clear();
    tried.value = false;
    problem.value = undefined;
  }

  return {
    form,
    reason,
    touched,
    tried,
    saving,
    problem,
    refused,
    conflict,
    changed,
    dirty,
    faultCount,
    faultOf,
    values,
    custom,
    customFaults,
    accessTo,
    save,
    settle,
    discard,
    draftAt: draft.restoredAt,
    base,
  };
}

export type CustomerFormState = ReturnType<typeof useCustomerForm>;

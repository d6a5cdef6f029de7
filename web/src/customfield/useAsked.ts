import { computed, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { CustomValues } from '@/api/contract';
import { useOwnRules } from '@/fieldRules/ownRules';
import { missing, type Values } from '@/form/values';
import { inLanguage } from '@/i18n';
import { useFieldSet, type RecordCode } from './fields';
import { askedOf } from './values';

/** What a form of a record asks of this person, and what of it is missing. */
export function useAsked(type: RecordCode, shown: () => CustomValues | undefined, values: Ref<Values>) {
  const { t } = useI18n();
  const { fields, asked: known } = useFieldSet(type);
  const rules = useOwnRules();

  const sensitive = computed(() => fields.value.filter((one) => one.sensitive).map((one) => one.field.name));
  const closed = computed(() => {
    const there = shown();
    if (there) return [...there.maskedFields, ...there.hiddenFields, ...there.readOnlyFields];
    return rules.value.idNumber === 'HIDDEN' ? sensitive.value : [];
  });
  const asked = computed(() => askedOf(fields.value, closed.value));
  /** Fields that the form shows and does not open. */
  const shut = computed(() =>
    fields.value.filter((one) => !one.withdrawn && closed.value.includes(one.field.name) && !shown()?.hiddenFields.includes(one.field.name)),
  );
  const faults = computed<Record<string, string>>(() =>
    Object.fromEntries(
      missing(asked.value, values.value).map((name) => {
        const field = asked.value.find((one) => one.name === name);
        return [name, t('form.required', { label: field ? inLanguage(field.label) : name })];
      }),
    ),
  );
  return { fields, known, asked, shut, faults, hasSensitive: computed(() => sensitive.value.length > 0) };
}

export type Asked = ReturnType<typeof useAsked>;

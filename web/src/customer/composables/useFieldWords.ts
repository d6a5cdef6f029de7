import { useI18n } from 'vue-i18n';
import { useFieldSet } from '@/customfield/fields';
import { comparedWords, nameIn } from '@/customfield/values';
import { inLanguage } from '@/i18n';
import { profileChoices } from '../choices';

const choices = new Set(['type', 'kind', 'grade', ...Object.keys(profileChoices)]);

/** Words for a field's value as the server tells it: choices by their names, all else as it is. */
export function useFieldWords() {
  const { t } = useI18n();
  const { fields } = useFieldSet('customer');
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    const custom = fields.value.find((one) => one.field.name === nameIn(field));
    if (custom && !Array.isArray(value)) return comparedWords(custom.field, String(value));
    if (Array.isArray(value)) return value.join('；') || '—';
    return choices.has(field) ? t(`customer.${field}.${String(value)}`) : String(value);
  };
}

/** Names of a customer's fields, those of custom ones as the company named them. */
export function useFieldLabels() {
  const { t } = useI18n();
  const { fields } = useFieldSet('customer');
  return (field: string): string => {
    const name = nameIn(field);
    if (name === undefined) return t(`customer.field.${field}`);
    const custom = fields.value.find((one) => one.field.name === name);
    return custom ? inLanguage(custom.field.label) : name;
  };
}

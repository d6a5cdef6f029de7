import { useI18n } from 'vue-i18n';
import { profileChoices } from '../choices';

const choices = new Set(['type', 'kind', 'grade', ...Object.keys(profileChoices)]);

/** Words for a field's value as the server tells it: choices by their names, all else as it is. */
export function useFieldWords() {
  const { t } = useI18n();
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (Array.isArray(value)) return value.join('；') || '—';
    return choices.has(field) ? t(`customer.${field}.${String(value)}`) : String(value);
  };
}

import { useI18n } from 'vue-i18n';

const places = ['customer.field', 'archive.field', 'people.field'];

/** Label of a changed field by the words of the feature that shows it; the bare name when none does. */
export function useFieldLabel(): (field: string) => string {
  const { t, te } = useI18n();
  return (field) => {
    const place = places.find((candidate) => te(`${candidate}.${field}`));
    return place ? t(`${place}.${field}`) : field;
  };
}

const values: Record<string, string> = {
  type: 'customer.type',
  kind: 'customer.kind',
  grade: 'customer.grade',
  secrecy: 'kit.secrecy',
  clearance: 'kit.secrecy',
  period: 'kit.period',
  state: 'people.state',
};

/** Words for a value that is a code; the value itself otherwise. */
export function useValueWords(): (field: string, value: string) => string {
  const { t, te } = useI18n();
  return (field, value) => {
    const key = `${values[field]}.${value}`;
    return values[field] && te(key) ? t(key) : value;
  };
}

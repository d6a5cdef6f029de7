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

import type { CustomField } from '@/api/contract';
import { inLanguage } from '@/i18n';
import type { Column } from '@/kit/useColumns';
import { customWords } from './values';

const WIDTHS: Partial<Record<CustomField['field']['kind'], number>> = { NUMBER: 96, MONEY: 140, DATE: 116, CHOICE: 112, PERSON: 96 };

/** Columns of custom fields; whoever wants others than those shown at first chooses them. */
export function customColumns<Row extends { more: Record<string, unknown> }>(fields: readonly CustomField[], yesNo: { yes: string; no: string }): Column<Row>[] {
  return fields
    .filter((one) => !one.withdrawn && one.field.kind !== 'FILE')
    .map((one) => ({
      key: `more.${one.field.name}`,
      title: 'customfield.group',
      heading: () => inLanguage(one.field.label),
      width: WIDTHS[one.field.kind] ?? 140,
      extra: !one.listed,
      number: one.field.kind === 'DATE',
      align: one.field.kind === 'NUMBER' || one.field.kind === 'MONEY' ? 'right' : undefined,
      text: (row) => customWords(one.field, row.more[one.field.name], {}, yesNo),
    }));
}

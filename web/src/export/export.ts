import type { CustomerExport, CustomField } from '@/api/contract';

export type ExportColumn = CustomerExport['columns'][number];

export const plainColumns: readonly ExportColumn[] = [
  'NUMBER',
  'NAME',
  'SHORT_NAME',
  'TYPE',
  'KIND',
  'GRADE',
  'CREDIT_CODE',
  'LEGAL_REPRESENTATIVE',
  'REGION',
  'INDUSTRY',
  'BUSINESS_SCOPE',
  'WEB',
  'BANK_NAME',
  'TAGS',
  'OWNER',
  'DEPARTMENT',
  'CREATED',
  'UPDATED',
];

export const sensitiveColumns: readonly ExportColumn[] = ['PHONE', 'MAIL', 'ADDRESS', 'ID_NUMBER', 'BANK_ACCOUNT'];

export const usualColumns: readonly ExportColumn[] = ['NUMBER', 'NAME', 'KIND', 'GRADE', 'REGION', 'OWNER', 'DEPARTMENT', 'PHONE'];

const names = ['q', 'type', 'kind', 'grade', 'ownerId', 'departmentId', 'regionCode', 'industryCode', 'tag', 'createdFrom', 'createdTo', 'companySize', 'nature', 'source', 'cooperatingFrom', 'cooperatingTo', 'more'] as const;

/** Which customers a list with this query shows; order and page do not matter. */
export function selectionOf(query: Readonly<Record<string, string>>): Record<string, unknown> {
  const chosen: Record<string, unknown> = {};
  for (const name of names) if (query[name]) chosen[name] = query[name];
  if (query.sharedWithMe) chosen.sharedWithMe = true;
  return chosen;
}

/** Custom fields that can be columns, those that are seen as ID numbers are apart. */
export function columnsOfFields(fields: readonly CustomField[]): { plain: CustomField['field'][]; sensitive: CustomField['field'][] } {
  const columns = fields.filter((one) => !one.withdrawn && one.field.kind !== 'FILE');
  return {
    plain: columns.filter((one) => !one.sensitive).map((one) => one.field),
    sensitive: columns.filter((one) => one.sensitive).map((one) => one.field),
  };
}

/** Whether somebody must agree to it. */
export function needsApproval(
  count: number,
  free: number,
  clear: boolean,
  columns: readonly ExportColumn[],
  sensitive: readonly { name: string }[] = [],
  more: readonly string[] = [],
): boolean {
  const shows = columns.some((one) => sensitiveColumns.includes(one)) || sensitive.some((one) => more.includes(one.name));
  return count > free || (clear && shows);
}

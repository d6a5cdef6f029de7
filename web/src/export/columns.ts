import type { CustomerExport } from '@/api/contract';
import { count, minute } from '@/kit/format';
import type { Column } from '@/kit/useColumns';

export const exportColumns: Column<CustomerExport>[] = [
  { key: 'number', title: 'export.field.number', width: 118, number: true, text: (row) => row.number },
  { key: 'state', title: 'export.field.state', width: 88 },
  { key: 'selection', title: 'export.field.selection', width: 140, text: (row) => row.selection },
  { key: 'count', title: 'export.field.count', width: 86, align: 'right', text: (row) => count(row.rows ?? row.askedCount) },
  { key: 'clear', title: 'export.field.clear', width: 92 },
  { key: 'purpose', title: 'export.field.purpose', width: 170, grow: true, text: (row) => row.purpose },
  { key: 'request', title: 'export.field.request', width: 130 },
  { key: 'askedAt', title: 'export.field.askedAt', width: 134, text: (row) => minute(row.askedAt) },
  { key: 'expiresAt', title: 'export.field.expiresAt', width: 134, text: (row) => (row.expiresAt ? minute(row.expiresAt) : '') },
  { key: 'fetched', title: 'export.field.fetched', width: 82, align: 'right', text: (row) => count(row.fetched), extra: true },
];

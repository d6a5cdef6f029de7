import type { DossierRow } from '@/api/contract';
import { count, day } from '@/kit/format';
import type { Column } from '@/kit/useColumns';

export const dossierColumns: Column<DossierRow>[] = [
  {
    key: 'number',
    title: 'archive.field.number',
    width: 224,
    number: true,
    sort: 'number',
    text: (row) => row.number,
  },
  {
    key: 'title',
    title: 'archive.field.title',
    width: 180,
    grow: true,
    sort: 'title',
    text: (row) => row.title,
  },
  { key: 'customer', title: 'archive.field.customer', width: 200, text: (row) => row.customerName },
  { key: 'class', title: 'archive.field.class', width: 140, text: (row) => row.className },
  {
    key: 'items',
    title: 'archive.field.items',
    width: 64,
    align: 'right',
    text: (row) => count(row.itemCount),
  },
  { key: 'secrecy', title: 'archive.field.secrecy', width: 116 },
  { key: 'state', title: 'archive.field.state', width: 104 },
  {
    key: 'openedAt',
    title: 'archive.field.openedAt',
    width: 108,
    sort: 'openedAt',
    text: (row) => day(row.openedAt),
  },
  { key: 'period', title: 'archive.field.period', width: 96, extra: true },
  { key: 'year', title: 'archive.field.year', width: 72, extra: true, text: (row) => row.year },
  {
    key: 'department',
    title: 'archive.field.department',
    width: 120,
    extra: true,
    text: (row) => row.departmentName,
  },
  {
    key: 'openedBy',
    title: 'archive.field.openedBy',
    width: 100,
    extra: true,
    text: (row) => row.openedByName,
  },
];

/** Beside a customer the customer goes without saying. */
export const customerDossierColumns = dossierColumns.filter((column) => column.key !== 'customer');

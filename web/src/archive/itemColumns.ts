import type { Item } from '@/api/contract';
import type { Column } from '@/kit/useColumns';

export const itemColumns: Column<Item>[] = [
  {
    key: 'number',
    title: 'archive.field.number',
    width: 272,
    number: true,
    sort: 'number',
    text: (row) => row.number,
  },
  {
    key: 'title',
    title: 'archive.field.title',
    width: 220,
    grow: true,
    sort: 'title',
    text: (row) => row.title,
  },
  {
    key: 'documentDate',
    title: 'archive.field.documentDate',
    width: 108,
    sort: 'documentDate',
    text: (row) => row.documentDate,
  },
  {
    key: 'documentNumber',
    title: 'archive.field.documentNumber',
    width: 140,
    text: (row) => row.documentNumber,
  },
  {
    key: 'responsibleParty',
    title: 'archive.field.responsibleParty',
    width: 140,
    text: (row) => row.responsibleParty,
  },
  { key: 'files', title: 'archive.field.files', width: 64, align: 'right', text: (row) => row.fileCount },
  { key: 'secrecy', title: 'archive.field.secrecy', width: 84 },
  {
    key: 'kind',
    title: 'archive.field.documentKind',
    width: 110,
    extra: true,
    text: (row) => row.documentKind,
  },
  {
    key: 'pages',
    title: 'archive.field.pages',
    width: 64,
    align: 'right',
    extra: true,
    text: (row) => row.pages,
  },
  {
    key: 'createdBy',
    title: 'archive.field.createdBy',
    width: 100,
    extra: true,
    text: (row) => row.createdByName,
  },
];

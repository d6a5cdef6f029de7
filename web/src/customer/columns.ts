import type { CustomerRow } from '@/api/contract';
import { day } from '@/kit/format';
import type { Column } from '@/kit/useColumns';

export const customerColumns: Column<CustomerRow>[] = [
  { key: 'name', title: 'customer.field.name', grow: true, width: 224, sort: 'name', text: (row) => row.name },
  { key: 'number', title: 'customer.field.number', width: 132, sort: 'number', number: true, text: (row) => row.number },
  { key: 'kind', title: 'customer.field.kind', width: 96, sort: 'kind' },
  { key: 'grade', title: 'customer.field.grade', width: 92, sort: 'grade' },
  { key: 'phone', title: 'customer.field.phone', width: 136, text: (row) => row.phone },
  { key: 'region', title: 'customer.field.regionCode', width: 132, text: (row) => row.regionName },
  { key: 'owner', title: 'customer.field.ownerId', width: 88, text: (row) => row.ownerName },
  { key: 'updatedAt', title: 'customer.field.updatedAt', width: 108, sort: 'updatedAt', text: (row) => day(row.updatedAt) },
  { key: 'type', title: 'customer.field.type', width: 76, extra: true },
  { key: 'shortName', title: 'customer.field.shortName', width: 120, extra: true, text: (row) => row.shortName },
  { key: 'creditCode', title: 'customer.field.creditCode', width: 184, extra: true, number: true, text: (row) => row.creditCode },
  { key: 'industry', title: 'customer.field.industryCode', width: 160, extra: true, text: (row) => row.industryName },
  { key: 'tags', title: 'customer.field.tags', width: 180, extra: true, text: (row) => row.tags.join('；') },
  { key: 'size', title: 'customer.field.size', width: 76, extra: true },
  { key: 'source', title: 'customer.field.source', width: 96, extra: true },
  { key: 'cooperatingSince', title: 'customer.field.cooperatingSince', width: 116, extra: true, text: (row) => row.cooperatingSince },
  { key: 'department', title: 'customer.field.departmentId', width: 120, extra: true, text: (row) => row.departmentName },
];

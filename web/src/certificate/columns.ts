import type { Certificate } from '@/api/contract';
import type { Column } from '@/kit/useColumns';

export const certificateColumns: Column<Certificate>[] = [
  { key: 'customer', title: 'certificate.field.customer', grow: true, width: 220 },
  { key: 'kind', title: 'certificate.field.kind', width: 150 },
  { key: 'number', title: 'certificate.field.number', width: 180, number: true, text: (row) => row.number },
  { key: 'validUntil', title: 'certificate.field.validUntil', width: 108, text: (row) => row.validUntil },
  { key: 'reviewDue', title: 'certificate.field.reviewDue', width: 108, text: (row) => row.reviewDue },
  { key: 'state', title: 'certificate.field.state', width: 170 },
  { key: 'owner', title: 'certificate.field.owner', width: 88, text: (row) => row.ownerName },
  { key: 'department', title: 'certificate.field.department', width: 120, text: (row) => row.departmentName },
  { key: 'issuer', title: 'certificate.field.issuer', width: 160, extra: true, text: (row) => row.issuer },
];

import type { Registration } from '@/api/contract';
import type { Column } from '@/kit/useColumns';

export const registrationColumns: Column<Registration>[] = [
  { key: 'name', title: 'registration.field.customer', width: 220, grow: true, text: (row) => row.customerName },
  { key: 'customerNumber', title: 'registration.field.customerNumber', width: 112, number: true, text: (row) => row.customerNumber },
  { key: 'state', title: 'registration.field.state', width: 92 },
  { key: 'dueOn', title: 'registration.field.dueOn', width: 108, text: (row) => row.dueOn ?? '' },
  { key: 'left', title: 'registration.field.left', width: 146 },
  { key: 'missing', title: 'registration.field.missing', width: 156 },
  { key: 'owner', title: 'registration.field.owner', width: 92, text: (row) => row.ownerName },
  { key: 'department', title: 'registration.field.department', width: 112, text: (row) => row.departmentName },
  { key: 'firstContactOn', title: 'registration.field.firstContactOn', width: 108, extra: true, text: (row) => row.firstContactOn ?? '' },
  { key: 'number', title: 'registration.field.number', width: 128, number: true, extra: true, text: (row) => row.number ?? '' },
  { key: 'registeredOn', title: 'registration.field.registeredOn', width: 108, extra: true, text: (row) => row.registeredOn ?? '' },
];

import type { Handover, HandoverLine } from '@/api/contract';
import { count, minute } from '@/kit/format';
import type { Column } from '@/kit/useColumns';

export const handoverColumns: Column<Handover>[] = [
  { key: 'number', title: 'handover.field.number', width: 140, number: true },
  { key: 'to', title: 'handover.field.to', width: 96, text: (row) => row.toOwnerName },
  { key: 'department', title: 'handover.field.department', width: 112, text: (row) => row.toDepartmentName },
  { key: 'count', title: 'handover.field.count', width: 80, align: 'right', text: (row) => count(row.total) },
  { key: 'state', title: 'handover.field.state', width: 96 },
  { key: 'progress', title: 'handover.field.progress', width: 150 },
  { key: 'reason', title: 'handover.field.reason', width: 200, grow: true, text: (row) => row.reason },
  { key: 'madeBy', title: 'handover.field.madeBy', width: 92, text: (row) => row.madeByName },
  { key: 'madeAt', title: 'handover.field.madeAt', width: 140, text: (row) => minute(row.madeAt) },
];

export const lineColumns: Column<HandoverLine>[] = [
  { key: 'customer', title: 'handover.field.customer', width: 220, grow: true, text: (row) => row.customerName },
  { key: 'customerNumber', title: 'handover.field.customerNumber', width: 120, number: true, text: (row) => row.customerNumber },
  { key: 'oldOwner', title: 'handover.field.oldOwner', width: 96, text: (row) => row.oldOwnerName },
  { key: 'oldDepartment', title: 'handover.field.oldDepartment', width: 112, text: (row) => row.oldDepartmentName },
  { key: 'state', title: 'handover.field.state', width: 92 },
  { key: 'doneAt', title: 'handover.field.doneAt', width: 140, text: (row) => minute(row.doneAt) },
];

import type { Expense } from '@/api/contract';
import type { Column } from '@/kit/useColumns';
import { yuan } from './expense';

export const expenseColumns: Column<Expense>[] = [
  { key: 'day', title: 'expense.field.day', width: 104, text: (row) => row.day },
  { key: 'customer', title: 'expense.field.customer', width: 200, grow: true, text: (row) => row.customerName },
  { key: 'kind', title: 'expense.field.kind', width: 80 },
  { key: 'amount', title: 'expense.field.amount', width: 124, align: 'right', text: (row) => yuan(row.amount) },
  { key: 'purpose', title: 'expense.field.purpose', width: 200, text: (row) => row.purpose },
  { key: 'participants', title: 'expense.field.participants', width: 160, text: (row) => row.participants },
  { key: 'spentBy', title: 'expense.field.spentBy', width: 92, text: (row) => row.spentByName },
  { key: 'request', title: 'expense.field.request', width: 132 },
  { key: 'department', title: 'expense.field.department', width: 120, extra: true, text: (row) => row.departmentName },
];

/** Beside a customer the customer goes without saying. */
export const customerExpenseColumns = expenseColumns.filter((column) => column.key !== 'customer' && !column.extra);

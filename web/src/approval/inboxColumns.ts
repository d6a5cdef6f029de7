import type { ApprovalLine } from '@/api/contract';
import { inLanguage } from '@/i18n';
import { minute } from '@/kit/format';
import type { Column } from '@/kit/useColumns';
import type { Box } from './approval';

const title: Column<ApprovalLine> = { key: 'title', title: 'approval.field.title', grow: true, width: 220, text: (line) => line.title };
const type: Column<ApprovalLine> = { key: 'type', title: 'approval.field.type', width: 130, text: (line) => inLanguage(line.typeName) };
const number: Column<ApprovalLine> = { key: 'number', title: 'approval.field.number', width: 136, number: true, text: (line) => line.number };
const requester: Column<ApprovalLine> = { key: 'requester', title: 'approval.field.requester', width: 140, text: (line) => `${line.requesterName} · ${line.departmentName}` };
const step: Column<ApprovalLine> = { key: 'step', title: 'approval.field.step', width: 150, text: (line) => (line.step ? inLanguage(line.step) : '') };
const state: Column<ApprovalLine> = { key: 'state', title: 'approval.field.state', width: 92 };

function at(heading: string): Column<ApprovalLine> {
  return { key: 'at', title: heading, width: 148, number: true, text: (line) => minute(line.at) };
}

/** What each of the four lists shows. */
export const columns: Record<Box, Column<ApprovalLine>[]> = {
  TODO: [
    title,
    type,
    requester,
    step,
    at('approval.field.arrived'),
    { key: 'due', title: 'approval.field.due', width: 148, number: true, text: (line) => minute(line.dueAt) },
    { ...number, extra: true },
  ],
  DONE: [title, type, requester, { key: 'decision', title: 'approval.field.decision', width: 92 }, at('approval.field.decided'), state, { ...step, extra: true }, { ...number, extra: true }],
  MINE: [title, type, state, number, at('approval.field.submitted')],
  COPIED: [title, type, requester, state, at('approval.field.copied'), { ...number, extra: true }],
};

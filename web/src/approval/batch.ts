import type { ApprovalLine } from '@/api/contract';

/** Why several lines cannot be approved together; nothing if they can. */
export function obstacle(lines: readonly Pick<ApprovalLine, 'type' | 'mayBatch'>[]): 'oneType' | 'lookAt' | undefined {
  if (lines.some((line) => line.type !== lines[0]?.type)) return 'oneType';
  return lines.every((line) => line.mayBatch) ? undefined : 'lookAt';
}

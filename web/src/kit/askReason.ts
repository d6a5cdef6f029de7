import { ElMessageBox } from 'element-plus';
import 'element-plus/es/components/message-box/style/css';
import { i18n } from '@/i18n';

/** What the box asks, all in the reader's language. */
export interface ReasonAsked {
  title: string;
  question: string;
  /** On the button that does it. */
  deed: string;
  /** What is said while there is no reason. */
  missing: string;
}

/** Asks why something is ended that cannot be taken back; nothing if the person thought better of it. */
export async function askReason(asked: ReasonAsked): Promise<string | undefined> {
  const answer = await ElMessageBox.prompt(asked.question, asked.title, {
    confirmButtonText: asked.deed,
    cancelButtonText: i18n.global.t('kit.cancel'),
    confirmButtonClass: 'el-button--danger',
    inputValidator: (text: string) => Boolean(text?.trim()),
    inputErrorMessage: asked.missing,
  }).catch(() => undefined);
  return answer?.value?.trim() || undefined;
}

import { useQueryClient } from '@tanstack/vue-query';
import { ElMessage } from 'element-plus';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import type { ApprovalCard, Problem } from '@/api/contract';
import { http } from '@/api/http';
import { problemOf, tell } from '@/api/problems';
import { callOf, emptyDeed, isReady, rules, type Act, type Deed } from './acts';
import { approvalsKey } from './approval';

/** What the card no longer allows: it must be read anew. */
const SETTLED = ['task-already-decided', 'request-closed', 'not-found'];

/** One act at a time: chosen, filled in, done. */
export function useActs(card: () => ApprovalCard, done: (act: Act) => void) {
  const { t } = useI18n();
  const queries = useQueryClient();
  const router = useRouter();
  const act = ref<Act>();
  const deed = ref<Deed>(emptyDeed());
  const busy = ref(false);
  const problem = ref<Problem>();

  /** Words already written stay when somebody thinks better of what to do with them. */
  function begin(next: Act): void {
    if (busy.value) return;
    problem.value = undefined;
    if (next === 'resubmit') {
      void router.push(`/approvals/${card().id}/again`);
      return;
    }
    deed.value = { ...emptyDeed(), words: deed.value.words };
    act.value = next;
    if (rules[next].words === 'none' && !rules[next].who) void perform();
  }

  function leave(): void {
    act.value = undefined;
    problem.value = undefined;
  }

  async function perform(): Promise<void> {
    const now = act.value;
    if (!now || now === 'resubmit' || busy.value || !isReady(now, deed.value)) return;
    busy.value = true;
    problem.value = undefined;
    try {
      const { path, body } = callOf(now, card(), deed.value);
      await http.post(path, body);
      ElMessage({ type: 'success', message: t(`approval.did.${now}`) });
      deed.value = emptyDeed();
      act.value = undefined;
      await queries.invalidateQueries({ queryKey: approvalsKey });
      done(now);
    } catch (error) {
      await refused(now, error);
    } finally {
      busy.value = false;
    }
  }

  async function refused(now: Act, error: unknown): Promise<void> {
    const found = problemOf(error);
    if (SETTLED.includes(found.slug)) {
      act.value = undefined;
      tell(error);
      await queries.invalidateQueries({ queryKey: approvalsKey });
    } else if (now === 'urge') {
      act.value = undefined;
      tell(error);
    } else {
      problem.value = found;
    }
  }

  /** Takes back a signer or an opinion that the reader asked for. */
  async function takeBack(task: string): Promise<void> {
    try {
      await http.delete(`/api/approval-tasks/${task}`);
      ElMessage({ type: 'success', message: t('approval.did.takeBack') });
    } catch (error) {
      tell(error);
    }
    await queries.invalidateQueries({ queryKey: approvalsKey });
  }

  return { act, deed, busy, problem, begin, leave, perform, takeBack };
}

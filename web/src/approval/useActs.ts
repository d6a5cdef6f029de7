import { useQueryClient } from '@tanstack/vue-query';
import { ElMessage } from 'element-plus';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import type { ApprovalCard, Problem } from '@/api/contract';
import { http } from '@/api/http';
import { problemOf, tell } from '@/api/problems';
import { actsOf, callOf, emptyDeed, isReady, rules, type Act, type Deed } from './acts';
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
  /** What was begun while the request was still being read anew after the act before. */
  let next: { act: Act; card: string } | undefined;

  /** Words already written stay when somebody thinks better of what to do with them. */
  function begin(wanted: Act): void {
    if (busy.value) {
      next = { act: wanted, card: card().id };
      return;
    }
    problem.value = undefined;
    if (wanted === 'resubmit') {
      void router.push(`/approvals/${card().id}/again`);
      return;
    }
    deed.value = { ...emptyDeed(), words: deed.value.words };
    act.value = wanted;
    if (rules[wanted].words === 'none' && !rules[wanted].who) void perform();
  }

  /** Nothing that was typed is lost; but it is meant for the request that was seen. */
  function beginNext(): void {
    const wanted = next;
    next = undefined;
    if (wanted && wanted.card === card().id && actsOf(card()).includes(wanted.act)) begin(wanted.act);
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
    next = undefined;
    try {
      const { path, body } = callOf(now, card(), deed.value);
      await http.post(path, body);
      ElMessage({ type: 'success', message: t(`approval.did.${now}`) });
      deed.value = emptyDeed();
      act.value = undefined;
      await queries.invalidateQueries({ queryKey: approvalsKey });
      done(now);
    } catch (error) {
      next = undefined;
      await refused(now, error);
    } finally {
      busy.value = false;
    }
    beginNext();
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

import { useQueryClient } from '@tanstack/vue-query';
import { useRouter } from 'vue-router';
import type { Notice } from '@/api/contract';
import { http } from '@/api/http';
import { tell } from '@/api/problems';
import { noticesKey } from './useUnread';

/** What can be done with notices. */
export function useNotices() {
  const queries = useQueryClient();
  const router = useRouter();

  async function refresh(): Promise<void> {
    await queries.invalidateQueries({ queryKey: noticesKey });
  }

  /** Goes where the notice leads; it counts as read then. */
  async function open(notice: Notice): Promise<void> {
    try {
      if (!notice.readAt) await http.post(`/api/notices/${notice.id}/read`);
      await router.push(notice.link);
      await refresh();
    } catch (error) {
      tell(error);
    }
  }

  async function readAll(): Promise<void> {
    try {
      await http.post('/api/notices/read');
      await refresh();
    } catch (error) {
      tell(error);
    }
  }

  return { open, readAll };
}

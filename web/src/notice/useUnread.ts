import { useQueryClient } from '@tanstack/vue-query';
import { onScopeDispose, ref, type Ref } from 'vue';

export const noticesKey = ['/api/notices'];

const listeners = new Set<() => void>();

/** Hears that the server has told something: what notices are about has changed. */
export function onTold(listener: () => void): void {
  listeners.add(listener);
  onScopeDispose(() => listeners.delete(listener));
}

/**
 * How many notices are unread, told by the server as it changes. Only a page that is looked at
 * listens, so that a forgotten one neither costs a connection nor keeps its session alive.
 */
export function useUnread(): Ref<number> {
  const unread = ref(0);
  const queries = useQueryClient();
  let source: EventSource | undefined;

  function listen(): void {
    if (document.hidden || source) return;
    source = new EventSource('/api/notices/stream');
    source.addEventListener('unread', (event) => {
      unread.value = Number((event as MessageEvent<string>).data);
      void queries.invalidateQueries({ queryKey: noticesKey });
      listeners.forEach((listener) => listener());
    });
  }

  function rest(): void {
    source?.close();
    source = undefined;
  }

  function attend(): void {
    if (document.hidden) rest();
    else listen();
  }

  document.addEventListener('visibilitychange', attend);
  listen();
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', attend);
    rest();
  });
  return unread;
}

import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue';

/** Whether the key belongs to something the user is typing in or to an open dialog. */
export function isTaken(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  if (!target) return false;
  if (target.isContentEditable || target.closest('[role="dialog"], [role="listbox"], [role="menu"]')) {
    return true;
  }
  return ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/**
 * Keys of a page while it is the one shown. Names are `event.key` values; `Ctrl+` stands for Ctrl or
 * Command, and only such keys work while typing.
 */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => void>): void {
  function hear(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey) return;
    const control = event.ctrlKey || event.metaKey;
    if (!control && isTaken(event)) return;
    const action = keys[control ? `Ctrl+${event.key}` : event.key];
    if (!action) return;
    action(event);
  }

  const listen = () => window.addEventListener('keydown', hear);
  const rest = () => window.removeEventListener('keydown', hear);
  onMounted(listen);
  onActivated(listen);
  onDeactivated(rest);
  onBeforeUnmount(rest);
}

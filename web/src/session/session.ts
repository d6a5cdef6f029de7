import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { Permission, Session } from '@/api/contract';
import { http, ProblemError } from '@/api/http';
import { signInByPasskey } from './passkey';

/** Who is signed in and what they may do. */
export const useSession = defineStore('session', () => {
  const current = ref<Session>();
  const setupNeeded = ref(false);
  const asked = ref(false);

  const person = computed(() => current.value?.person);
  const mustChangePassword = computed(() => current.value?.mustChangePassword ?? false);
  const mustSetUpSecondStep = computed(() => current.value?.mustSetUpSecondStep ?? false);
  const newSignIns = computed(() => current.value?.newSignIns ?? []);
  const demo = computed(() => current.value?.demo ?? false);

  /** Asks the server once; true when somebody is signed in. */
  async function known(): Promise<boolean> {
    if (!asked.value) await ask();
    return current.value !== undefined;
  }

  async function ask(): Promise<void> {
    try {
      current.value = await http.get<Session>('/api/session');
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      current.value = undefined;
      if (error.status === 401) setupNeeded.value = await asksForSetup();
    }
    asked.value = true;
  }

  async function asksForSetup(): Promise<boolean> {
    try {
      return (await http.get<{ needed: boolean }>('/api/setup')).needed;
    } catch {
      return false;
    }
  }

  /** The ways in which a second step must follow; none when it is done. */
  async function signIn(username: string, password: string): Promise<string[]> {
    const half = await http.post<{ next?: string; ways?: string[] } | undefined>('/api/session', { username, password });
    if (half?.next === 'SECOND_STEP') return half.ways ?? ['TOTP'];
    await ask();
    return [];
  }

  async function takeSecondStep(code: string): Promise<void> {
    await http.post('/api/session/second-step', { code });
    await ask();
  }

  function forgetNewSignIns(): void {
    if (current.value) current.value = { ...current.value, newSignIns: [] };
  }

  async function signInWithPasskey(): Promise<void> {
    await signInByPasskey();
    await ask();
  }

  async function signOut(): Promise<void> {
    await http.delete('/api/session');
    forget();
  }

  async function changePassword(present: string, replacement: string): Promise<void> {
    await http.put('/api/session/password', { current: present, replacement });
    await ask();
  }

  function forget(): void {
    current.value = undefined;
  }

  function askAgain(): void {
    asked.value = false;
  }

  function may(permission: Permission): boolean {
    return person.value?.permissions.includes(permission) ?? false;
  }

  function mayAny(permissions: readonly Permission[] | undefined): boolean {
    return !permissions?.length || permissions.some(may);
  }

  return {
    person,
    mustChangePassword,
    mustSetUpSecondStep,
    newSignIns,
    demo,
    setupNeeded,
    known,
    signIn,
    takeSecondStep,
    forgetNewSignIns,
    signInWithPasskey,
    signOut,
    changePassword,
    forget,
    askAgain,
    may,
    mayAny,
  };
});

import { ref } from 'vue';

/** Whether somebody is being asked to prove again who they are. */
export const asking = ref(false);

let waiting: Promise<boolean> | undefined;
let settle: ((proved: boolean) => void) | undefined;

/** Asks for a fresh proof; requests that need one at the same moment share the question. */
export function askForProof(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    settle = resolve;
    asking.value = true;
  });
  return waiting;
}

/** Ends the question, proved or given up. */
export function answer(proved: boolean): void {
  asking.value = false;
  waiting = undefined;
  settle?.(proved);
  settle = undefined;
}

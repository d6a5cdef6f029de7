import { computed, onScopeDispose, ref } from 'vue';
import { useSession } from '@/session/session';
import { watermarkImage, watermarkLines } from '../watermark';

/** The watermark of whoever is signed in, with the minute going on. */
export function useWatermark() {
  const session = useSession();
  const now = ref(new Date());
  const clock = setInterval(() => (now.value = new Date()), 30_000);
  onScopeDispose(() => clearInterval(clock));
  return computed(() => {
    const person = session.person;
    return person ? watermarkImage(watermarkLines(person, now.value)) : 'none';
  });
}

import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick, ref } from 'vue';
import { useDraft } from '../useDraft';

interface Form {
  name: string;
  phone: string;
  note: string;
}

const kept = new Map<string, string>();

function draftOf(form: { value: Form }, base: { value: (Form & { version: number }) | undefined }) {
  return useDraft('customer.c1', form as never, () => true, base as never, ['phone']);
}

describe('what a browser keeps of a form', () => {
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
    setActivePinia(createPinia());
  });

  it('holds no sensitive field, neither typed nor stored before', async () => {
    const form = ref<Form>({ name: '甲', phone: '13800138000', note: '' });
    draftOf(form, ref({ name: '甲', phone: '13900139000', note: '', version: 4 }));
    form.value.note = '改';
    form.value.phone = '13700137000';
    await nextTick();

    const all = [...kept.values()].join();
    expect(all).toContain('改');
    expect(all).not.toMatch(/1[3-9]\d{9}/);
  });

  it('restores the rest and leaves the sensitive fields as they are loaded', async () => {
    const first = ref<Form>({ name: '甲', phone: '', note: '' });
    draftOf(first, ref({ name: '甲', phone: '13900139000', note: '', version: 4 }));
    first.value.note = '改';
    await nextTick();

    const again = ref<Form>({ name: '甲', phone: '13900139000', note: '' });
    const base = ref<(Form & { version: number }) | undefined>({ name: '甲', phone: '13900139000', note: '', version: 5 });
    expect(draftOf(again, base).restore()).toBe(true);

    expect(again.value).toEqual({ name: '甲', phone: '13900139000', note: '改' });
    expect(base.value).toEqual({ name: '甲', phone: '13900139000', note: '', version: 4 });
  });

  it('drops sensitive fields that an older version kept', () => {
    kept.set('kedang.draft..customer.c1', JSON.stringify({ at: '2026-11-22T00:00:00Z', value: { phone: '13600136000', note: '旧' } }));
    const form = ref<Form>({ name: '甲', phone: '', note: '' });
    draftOf(form, ref(undefined));
    expect(draftOf(form, ref(undefined)).restore()).toBe(true);
    expect(form.value.phone).toBe('');
    expect(form.value.note).toBe('旧');
  });
});

import { computed, inject, provide, ref, type InjectionKey, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ProcessApprover, ProcessCondition, ProcessFinding, ProcessPart, ProcessWords } from '@/api/contract';
import { inLanguage, inList } from '@/i18n';
import * as sketch from './sketch';

export type Kind = ProcessPart['kind'];

function make(parts: Ref<ProcessPart[]>, words: Ref<ProcessWords | undefined>, findings: Ref<ProcessFinding[]>, names: Ref<Record<string, string>>) {
  const { t } = useI18n();
  const chosen = ref('');
  const past = ref<ProcessPart[][]>([]);
  const faultyIds = computed(() => new Set(findings.value.filter((one) => one.error).map((one) => one.part)));
  const part = computed(() => sketch.find(parts.value, chosen.value));

  function become(next: ProcessPart[]): void {
    past.value = [...past.value.slice(-49), parts.value];
    parts.value = next;
  }

  function undo(): void {
    const before = past.value.at(-1);
    if (!before) return;
    past.value = past.value.slice(0, -1);
    parts.value = before;
  }

  function step(id: string): ProcessPart {
    return sketch.newStep(id, '审批', 'Approval');
  }

  function add(place: sketch.Place, kind: Kind): void {
    const id = sketch.freeId(parts.value, kind.toLowerCase());
    const field = words.value?.fields.find((one) => one.kind === 'MONEY' || one.kind === 'NUMBER') ?? words.value?.fields[0];
    const first = sketch.freeId(parts.value, 'step');
    const made = {
      STEP: () => step(id),
      BRANCH: () => sketch.newBranch(id, field?.name ?? 'requester.department'),
      LANES: () => sketch.newLanes(id, step(first), step(sketch.freeId([...parts.value, step(first)], 'step'))),
    }[kind]();
    become(sketch.put(parts.value, place, made));
    chosen.value = id;
  }

  function set(changed: ProcessPart): void {
    become(sketch.replace(parts.value, changed.id, changed));
  }

  function remove(id: string): void {
    become(sketch.without(parts.value, id));
    chosen.value = '';
  }

  function move(id: string, by: -1 | 1): void {
    become(sketch.moved(parts.value, id, by));
  }

  function fact(name: string): string {
    const field = words.value?.fields.find((one) => one.name === name);
    const told = words.value?.facts.find((one) => one.code === name);
    return field ? inLanguage(field.label) : told ? inLanguage(told.name) : name;
  }

  function who(one: ProcessApprover): string {
    const value = one.value ?? '';
    if (one.by === 'PERSON') return names.value[value] ?? t('process.by.PERSON');
    if (one.by === 'ROLE') {
      const role = words.value?.roles.find((found) => found.code === value);
      return role ? inLanguage(role.name) : value;
    }
    if (one.by === 'PERMISSION') return value ? t(`access.permission.${value}`) : t('process.by.PERMISSION');
    if (one.by === 'FIELD') return fact(value);
    return t(`process.by.${one.by}`) + (one.levels ? ` · ${t('process.levels', { n: one.levels })}` : '');
  }

  function describe(one: ProcessPart): string {
    return `${t(`process.modes.${one.mode ?? 'ANY'}`)} · ${inList(one.approvers.map(who))}`;
  }

  function condition(when: ProcessCondition): string {
    return `${t('process.when')} ${fact(when.fact)} ${t(`process.operator.${when.operator}`)} ${when.value}`;
  }

  function describeWay(fork: ProcessPart, index: number): string {
    if (fork.kind === 'LANES') return t('process.lane', { n: index + 1 });
    const when = fork.ways[index]?.when;
    return when ? condition(when) : t('process.otherwise');
  }

  return { parts, words, findings, names, chosen, part, past, faultyIds, add, set, remove, move, undo, become, fact, who, describe, describeWay };
}

export type Drawing = ReturnType<typeof make>;
const KEY: InjectionKey<Drawing> = Symbol('drawing');

/** The drawing of a page and what can be done with it, for all its parts. */
export function provideDrawing(...from: Parameters<typeof make>): Drawing {
  const drawing = make(...from);
  provide(KEY, drawing);
  return drawing;
}

export function useDrawing(): Drawing {
  const drawing = inject(KEY);
  if (!drawing) throw new Error('no drawing');
  return drawing;
}

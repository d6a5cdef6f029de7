import type { Contact, ContactRole, ContactSecret, ContactSex, FieldAccess } from '@/api/contract';
import { filledValues, plainOf, valuesPatch } from '@/customfield/values';
import type { Values } from '@/form/values';
import { mergePatch } from '@/kit/conflict';
import { looksLikeMobile, looksLikePhone } from '@/kit/phone';

/** What the form holds: text as typed, '' for nothing. */
export interface ContactForm {
  name: string;
  sex: ContactSex | '';
  position: string;
  department: string;
  mobile: string;
  phone: string;
  mail: string;
  birthday: string;
  role: ContactRole;
  main: boolean;
  emergencyName: string;
  emergencyRelation: string;
  emergencyPhone: string;
  leftOn: string;
  note: string;
  /** Custom fields by name. */
  more: Values;
}

export const formFields = [
  'name',
  'sex',
  'position',
  'department',
  'mobile',
  'phone',
  'mail',
  'birthday',
  'role',
  'main',
  'emergencyName',
  'emergencyRelation',
  'emergencyPhone',
  'leftOn',
  'note',
] as const satisfies readonly (keyof ContactForm)[];

export type FormField = (typeof formFields)[number];

export const secretFields = ['mobile', 'phone', 'emergencyPhone', 'mail', 'birthday'] as const satisfies readonly ContactSecret[];

export const roles = ['DECIDER', 'INFLUENCER', 'GATEKEEPER', 'BUYER', 'USER', 'OTHER'] as const satisfies readonly ContactRole[];

export function emptyForm(): ContactForm {
  return {
    name: '',
    sex: '',
    position: '',
    department: '',
    mobile: '',
    phone: '',
    mail: '',
    birthday: '',
    role: 'OTHER',
    main: false,
    emergencyName: '',
    emergencyRelation: '',
    emergencyPhone: '',
    leftOn: '',
    note: '',
    more: {},
  };
}

export function formOf(contact: Contact): ContactForm {
  // A masked form is no value: it is never put into a field that is sent.
  const clear = (field: ContactSecret) => (contact.maskedFields.includes(field) ? '' : (contact[field] ?? ''));
  return {
    name: contact.name,
    sex: contact.sex ?? '',
    position: contact.position ?? '',
    department: contact.department ?? '',
    mobile: clear('mobile'),
    phone: clear('phone'),
    mail: clear('mail'),
    birthday: clear('birthday'),
    role: contact.role,
    main: contact.main,
    emergencyName: contact.emergencyName ?? '',
    emergencyRelation: contact.emergencyRelation ?? '',
    emergencyPhone: clear('emergencyPhone'),
    leftOn: contact.leftOn ?? '',
    note: contact.note ?? '',
    more: plainOf(contact.more),
  };
}

/** What the reader may do with a field of this contact; everything if no rule speaks of it. */
export function accessOf(contact: Contact, field: string): FieldAccess {
  if (contact.hiddenFields.includes(field)) return 'HIDDEN';
  if (contact.maskedFields.includes(field)) return 'MASKED';
  return contact.readOnlyFields.includes(field) ? 'READ' : 'EDIT';
}

export function tidy(form: ContactForm): ContactForm {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  ) as unknown as ContactForm;
}

/** Body of a new contact: what was filled in, and nothing else. */
export function bodyOf(form: ContactForm): Record<string, unknown> {
  const { more, ...own } = tidy(form);
  const custom = filledValues(more);
  return { ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== '')), ...(custom ? { more: custom } : {}) };
}

/** Merge patch of an edit. */
export function patchOf(before: ContactForm, after: ContactForm): Partial<Record<FormField | 'more', unknown>> {
  const more = valuesPatch(before.more, after.more);
  return { ...mergePatch(formFields, { ...before }, { ...tidy(after) }), ...(more ? { more } : {}) };
}

/** Whether the edit makes somebody a decision-maker, or one no more; leaving says why by itself. */
export function changesDecider(before: ContactForm, after: ContactForm): boolean {
  const decides = before.role === 'DECIDER' || after.role === 'DECIDER';
  return before.role !== after.role && decides && !before.leftOn && !after.leftOn;
}

/** Keys of the words for every field that would be refused; the server decides in the end. */
export function faultsOf(form: ContactForm): Partial<Record<FormField, string>> {
  const value = tidy(form);
  const faults: Partial<Record<FormField, string>> = {};
  if (!value.name) faults.name = 'contact.fault.name';
  if (value.mobile && !looksLikeMobile(value.mobile)) faults.mobile = 'contact.fault.mobile';
  for (const field of ['phone', 'emergencyPhone'] as const) {
    if (value[field] && !looksLikePhone(value[field])) faults[field] = 'contact.fault.phone';
  }
  if (value.mail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.mail)) faults.mail = 'contact.fault.mail';
  if (value.birthday && !/^(\d{4}|-)-\d{2}-\d{2}$/.test(value.birthday)) faults.birthday = 'contact.fault.birthday';
  if (!value.emergencyName && (value.emergencyPhone || value.emergencyRelation)) faults.emergencyName = 'contact.fault.emergencyName';
  return faults;
}

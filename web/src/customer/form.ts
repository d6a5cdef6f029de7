import type { Customer, CustomerGrade, CustomerKind, CustomerType, FieldAccess, SensitiveField } from '@/api/contract';
import { filledValues, plainOf, valuesPatch } from '@/customfield/values';
import type { Values } from '@/form/values';
import { mergePatch } from '@/kit/conflict';
import { lookLikePhones } from '@/kit/phone';
import { creditCodeFault, tidyCreditCode } from './creditCode';
import { idNumberFault, tidyIdNumber } from './idNumber';

/** What the form holds: text as typed, '' for nothing. */
export interface CustomerForm {
  type: CustomerType;
  name: string;
  shortName: string;
  formerNames: string[];
  creditCode: string;
  idNumber: string;
  legalRepresentative: string;
  regionCode: string;
  address: string;
  phone: string;
  fax: string;
  mail: string;
  web: string;
  bankName: string;
  bankAccount: string;
  industryCode: string;
  businessScope: string;
  size: string;
  nature: string;
  source: string;
  cooperatingSince: string;
  parentId: string;
  kind: CustomerKind | '';
  grade: CustomerGrade | '';
  tags: string[];
  ownerId: string;
  departmentId: string;
  note: string;
  /** Custom fields by name. */
  more: Values;
}

export const formFields = [
  'type',
  'name',
  'shortName',
  'formerNames',
  'creditCode',
  'idNumber',
  'legalRepresentative',
  'regionCode',
  'address',
  'phone',
  'fax',
  'mail',
  'web',
  'bankName',
  'bankAccount',
  'industryCode',
  'businessScope',
  'size',
  'nature',
  'source',
  'cooperatingSince',
  'parentId',
  'kind',
  'grade',
  'tags',
  'ownerId',
  'departmentId',
  'note',
] as const satisfies readonly (keyof CustomerForm)[];

export type FormField = (typeof formFields)[number];

export function emptyForm(): CustomerForm {
  return {
    type: 'ORGANISATION',
    name: '',
    shortName: '',
    formerNames: [],
    creditCode: '',
    idNumber: '',
    legalRepresentative: '',
    regionCode: '',
    address: '',
    phone: '',
    fax: '',
    mail: '',
    web: '',
    bankName: '',
    bankAccount: '',
    industryCode: '',
    businessScope: '',
    size: '',
    nature: '',
    source: '',
    cooperatingSince: '',
    parentId: '',
    kind: 'POTENTIAL',
    grade: '',
    tags: [],
    ownerId: '',
    departmentId: '',
    note: '',
    more: {},
  };
}

export function formOf(customer: Customer): CustomerForm {
  const form = emptyForm();
  // A masked form is no value: it is never put into a field that is sent.
  const clear = (field: SensitiveField) => (customer.maskedFields.includes(field) ? '' : (customer[field] ?? ''));
  return {
    ...form,
    type: customer.type,
    name: customer.name,
    shortName: customer.shortName ?? '',
    formerNames: [...(customer.formerNames ?? [])],
    creditCode: customer.creditCode ?? '',
    idNumber: clear('idNumber'),
    legalRepresentative: customer.legalRepresentative ?? '',
    regionCode: customer.regionCode ?? '',
    address: clear('address'),
    phone: clear('phone'),
    fax: customer.fax ?? '',
    mail: clear('mail'),
    web: customer.web ?? '',
    bankName: customer.bankName ?? '',
    bankAccount: clear('bankAccount'),
    industryCode: customer.industryCode ?? '',
    businessScope: customer.businessScope ?? '',
    size: customer.size ?? '',
    nature: customer.nature ?? '',
    source: customer.source ?? '',
    cooperatingSince: customer.cooperatingSince ?? '',
    parentId: customer.parentId ?? '',
    kind: customer.kind ?? '',
    grade: customer.grade ?? '',
    tags: [...(customer.tags ?? [])],
    ownerId: customer.ownerId ?? '',
    departmentId: customer.departmentId ?? '',
    note: customer.note ?? '',
    more: plainOf(customer.more),
  };
}

/** What the reader may do with a field of this customer; everything if no rule speaks of it. */
export function accessOf(customer: Customer, field: string): FieldAccess {
  if (customer.hiddenFields.includes(field)) return 'HIDDEN';
  if (customer.maskedFields.includes(field)) return 'MASKED';
  return customer.readOnlyFields.includes(field) ? 'READ' : 'EDIT';
}

/** The form as it is sent: trimmed, codes tidied, fields of the other type of customer emptied. */
export function tidy(form: CustomerForm): CustomerForm {
  const trimmed = Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  ) as unknown as CustomerForm;
  const organisation = form.type === 'ORGANISATION';
  return {
    ...trimmed,
    formerNames: form.formerNames.map((name) => name.trim()).filter(Boolean),
    creditCode: organisation ? tidyCreditCode(form.creditCode) : '',
    legalRepresentative: organisation ? form.legalRepresentative.trim() : '',
    idNumber: organisation ? '' : tidyIdNumber(form.idNumber),
    businessScope: organisation ? form.businessScope.trim() : '',
    size: organisation ? form.size : '',
    nature: organisation ? form.nature : '',
    parentId: organisation ? form.parentId : '',
    tags: form.tags.map((tag) => tag.trim()).filter(Boolean),
    bankAccount: form.bankAccount.replace(/[\s-]/g, '').toUpperCase(),
  };
}

/** Body of a registration: what was filled in, and nothing else. */
export function bodyOf(form: CustomerForm): Record<string, unknown> {
  const { more, ...own } = tidy(form);
  const custom = filledValues(more);
  return {
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== ''))),
    ...(custom ? { more: custom } : {}),
  };
}

/** Merge patch of an edit. */
export function patchOf(before: CustomerForm, after: CustomerForm): Partial<Record<FormField | 'more', unknown>> {
  const more = valuesPatch(before.more, after.more);
  return { ...mergePatch(formFields, { ...before }, { ...tidy(after) }), ...(more ? { more } : {}) };
}

const longest: Partial<Record<FormField, number>> = {
  name: 200,
  shortName: 60,
  legalRepresentative: 60,
  address: 300,
  phone: 40,
  fax: 40,
  mail: 120,
  web: 200,
  bankName: 120,
  businessScope: 2000,
  note: 2000,
};

/** Keys of the words for every field that would be refused; the server decides in the end. */
export function faultsOf(form: CustomerForm): Partial<Record<FormField, string>> {
  const value = tidy(form);
  const faults: Partial<Record<FormField, string>> = {};
  if (!value.name) faults.name = 'customer.fault.name';
  const creditFault = value.creditCode ? creditCodeFault(value.creditCode) : undefined;
  if (creditFault) faults.creditCode = `customer.fault.creditCode.${creditFault}`;
  const idFault = value.idNumber ? idNumberFault(value.idNumber) : undefined;
  if (idFault) faults.idNumber = `customer.fault.idNumber.${idFault}`;
  if (value.mail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.mail)) faults.mail = 'customer.fault.mail';
  if (value.phone && !lookLikePhones(value.phone)) faults.phone = 'customer.fault.phone';
  if (value.fax && !lookLikePhones(value.fax)) faults.fax = 'customer.fault.phone';
  if (value.tags.some((tag) => [...tag].length > 30)) faults.tags = 'customer.fault.tag';
  if (value.bankAccount && !/^[0-9A-Z]{6,34}$/.test(value.bankAccount)) faults.bankAccount = 'customer.fault.bankAccount';
  for (const [name, most] of Object.entries(longest) as [FormField, number][]) {
    if ([...String(value[name])].length > most) faults[name] = 'customer.fault.long';
  }
  return faults;
}

export function mostOf(field: FormField): number | undefined {
  return longest[field];
}

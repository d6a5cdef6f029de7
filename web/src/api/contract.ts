import type { components } from './schema';

type Schemas = components['schemas'];

/*
 * Names of the API. What the committed OpenAPI holds comes from it (`npm run api`); the rest follows
 * the contract until the server publishes it.
 */

export type Permission =
  | 'CUSTOMER_READ'
  | 'CUSTOMER_WRITE'
  | 'ARCHIVE_READ'
  | 'ARCHIVE_WRITE'
  | 'AUDIT_READ'
  | 'PERSON_MANAGE'
  | 'ROLE_GRANT'
  | 'DEPARTMENT_MANAGE'
  | 'HEALTH_READ';

export type SecrecyLevel = 'PUBLIC' | 'INTERNAL' | 'CONFIDENTIAL' | 'SECRET';
export type CustomerType = 'ORGANISATION' | 'PERSON';
export type CustomerKind = 'TARGET' | 'POTENTIAL' | 'GENERAL' | 'KEY';
export type CustomerGrade = 'A' | 'B' | 'C' | 'D';

/** One page of a list; above 10,000 `total` is 10,000 and not exact. */
export interface Page<Row> {
  items: Row[];
  page: number;
  size: number;
  total: number;
  totalIsExact: boolean;
}

export interface FieldProblem {
  name: string;
  slug?: string;
  zh?: string;
  en?: string;
}

/** RFC 9457 problem as the server answers it. */
export interface Problem {
  type?: string;
  slug: string;
  title?: string;
  status?: number;
  detail?: string;
  zh?: string;
  en?: string;
  fields?: FieldProblem[];
  current?: unknown;
  candidates?: DuplicateCandidate[];
  hidden?: number;
  incident?: string;
}

export type Session = Schemas['Session'];

export type NewToken = Schemas['NewToken'];

export type Token = Schemas['Token'];

export type Department = Schemas['Department'];

export type PersonState = 'ACTIVE' | 'LOCKED' | 'CLOSED';

export interface Person {
  id: string;
  userName: string;
  name: string;
  departmentId?: string;
  departmentName?: string;
  roles?: string[];
  clearance?: SecrecyLevel;
  state?: PersonState;
  mustChangePassword?: boolean;
  lastSignInAt?: string | null;
}

export type NewPerson = Schemas['NewPerson'];

export type Role = Schemas['Role'];

export type Customer = Schemas['Customer'];

export type CustomerRow = Schemas['CustomerRow'];

export type DuplicateCandidate = Schemas['Candidate'];

export type Duplicates = Schemas['Found'];

export type Region = Schemas['Region'];

export type Industry = Schemas['Industry'];

export type RetentionPeriod = 'Y' | 'D30' | 'D10' | 'D5';

export interface RecordClass {
  code: string;
  name: string;
  filed: string;
  trigger: string;
  period: RetentionPeriod;
  secrecy: SecrecyLevel;
  required: string[];
}

export interface Scheme {
  fonds: { code: string; name: string }[];
  categories: { code: string; name: string; numberRule: string }[];
  classes: RecordClass[];
  periods: { code: RetentionPeriod; zh: string; en: string; years?: number | null }[];
  secrecyLevels: { code: SecrecyLevel; zh: string; en: string }[];
}

export type DossierState = 'TEMPORARY' | 'FORMAL';

export interface DossierRow {
  id: string;
  version: number;
  number: string;
  title: string;
  customerId: string;
  customerName: string;
  fondsCode: string;
  categoryCode: string;
  classCode: string;
  className: string;
  year: number;
  period: RetentionPeriod;
  departmentId?: string;
  departmentName?: string;
  secrecy: SecrecyLevel;
  state: DossierState;
  itemCount: number;
  openedAt: string;
  openedByName?: string;
}

export interface Dossier extends DossierRow {
  note?: string | null;
  missing: string[];
}

export type Carrier = 'ELECTRONIC' | 'PAPER' | 'BOTH';
export type Severity = 'INFO' | 'WARNING' | 'ERROR';
export type ExaminationState = 'PENDING' | 'RUNNING' | 'DONE' | 'FAILED';

export interface DigitalFile {
  id: string;
  itemId: string;
  name: string;
  versionNumber: number;
  current: boolean;
  size: number;
  sha256: string;
  format?: { mime: string; name: string } | null;
  examination: ExaminationState;
  worst?: Severity | null;
  uploadedAt: string;
  uploadedByName?: string;
}

export interface Item {
  id: string;
  version: number;
  number: string;
  dossierId: string;
  dossierNumber: string;
  title: string;
  documentDate: string;
  documentNumber?: string | null;
  responsibleParty?: string | null;
  documentKind?: string | null;
  pages?: number | null;
  carrier?: Carrier | null;
  secrecy: SecrecyLevel;
  keywords?: string[];
  note?: string | null;
  fileCount: number;
  files?: DigitalFile[];
  createdAt: string;
  createdByName?: string;
  updatedAt: string;
}

export interface Findings {
  state: ExaminationState;
  format?: { mime: string; name: string } | null;
  pages?: number | null;
  attempts: number;
  examinedAt?: string | null;
  findings: { code: string; severity: Severity; zh: string; en: string; detail?: string | null }[];
  entries?: { path: string; size: number }[];
}

export type HitType = 'CUSTOMER' | 'DOSSIER' | 'ITEM' | 'FILE';

export interface Hit {
  type: HitType;
  id: string;
  title: string;
  number?: string | null;
  customerId?: string | null;
  customerName?: string | null;
  dossierId?: string | null;
  dossierTitle?: string | null;
  itemId?: string | null;
  itemTitle?: string | null;
  secrecy?: SecrecyLevel | null;
  date?: string | null;
  highlights?: { field: string; parts: { text: string; hit: boolean }[] }[];
}

export interface SearchPage extends Page<Hit> {
  counts: Record<HitType, number>;
}

export type AuditEvent = Schemas['AuditEvent'];

export type HealthState = HealthItem['state'];

export type HealthItem = Schemas['HealthLine'];

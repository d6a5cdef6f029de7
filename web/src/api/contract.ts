import type { components } from './schema';

type Schemas = components['schemas'];

/* Names of the API, from the committed OpenAPI (`npm run api`). By hand only what it does not hold. */

export type Permission = Session['person']['permissions'][number];

export type SecrecyLevel = DossierRow['secrecy'];
export type CustomerType = Customer['type'];
export type CustomerKind = Customer['kind'];
export type CustomerGrade = NonNullable<Customer['grade']>;

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
  /** What somebody still holds, by kind. */
  owned?: Record<string, number>;
  incident?: string;
}

export type Session = Schemas['Session'];

export type MySecurity = Schemas['MySecurity'];

export type LiveSession = Schemas['LiveSession'];

export type OnlineSession = Schemas['OnlineSession'];

export type SignInRule = Schemas['SignInRule'];

export type NewSignIn = Schemas['NewSignIn'];

export type NewToken = Schemas['NewToken'];

export type Token = Schemas['Token'];

export type ServiceAccount = Schemas['ServiceAccount'];

export type IdentityLink = Schemas['IdentityLink'];

export type DirectoryReport = Schemas['DirectoryReport'];

export type Passkey = Schemas['Passkey'];

export type Department = Schemas['Department'];

export type PersonState = 'ACTIVE' | 'LOCKED' | 'CLOSED' | 'STOLEN';

export type Person = Schemas['Person'] & { state?: PersonState };

export type NewPerson = Schemas['NewPerson'];

export type Role = Schemas['Role'];

export type Employment = Schemas['PersonDetails']['employment'];

export type PersonDetails = Schemas['PersonDetails'];

export type PersonGroup = Schemas['PersonGroup'];

export type Holdings = Schemas['Holdings'];

export type BulkOutcome = Schemas['BulkOutcome'];

export type ImportCheck = Schemas['ImportCheck'];

export type Position = Schemas['Position'];

export type Post = Schemas['Post'];

export type DepartmentNode = Schemas['DepartmentNode'];

export type DepartmentEstate = Schemas['DepartmentEstate'];

export type Customer = Schemas['Customer'];

export type CustomerRow = Schemas['CustomerRow'];
export type CustomerHint = Schemas['CustomerHint'];
export type CustomerExport = Schemas['CustomerExport'];
export type CustomerExportOutlook = Schemas['CustomerExportOutlook'];
export type KeyCheck = Schemas['KeyCheck'];
export type CustomerKeyChange = Schemas['CustomerKeyChange'];
export type CustomerVersion = Schemas['CustomerVersion'];
export type CustomerVersionDifference = Schemas['CustomerVersionDifference'];
export type GroupMember = Schemas['GroupMember'];
export type TimelineKind = Schemas['TimelineKind'];
export type TimelineLine = Schemas['TimelineLine'];
export type TimelineLines = Schemas['TimelineLines'];

export type Contact = Schemas['Contact'];
export type ContactRole = Schemas['ContactRoleTerm']['role'];
export type ContactSex = NonNullable<Contact['sex']>;
export type ContactRoleTerm = Schemas['ContactRoleTerm'];
export type CustomerContacts = Schemas['CustomerContacts'];
/** A field of a contact that not everybody may see. */
export type ContactSecret = Schemas['RevealedContactField']['field'];
export type Certificate = Schemas['Certificate'];
export type CertificateKind = Certificate['kind'];
export type CertificateState = Certificate['state'];
export type Preference = Schemas['Preference'];
export type PreferenceImportance = Preference['importance'];
export type PreferenceTopic = Schemas['PreferenceTopic'];
export type CustomerActivity = Schemas['CustomerActivity'];
export type CustomerPreferences = Schemas['CustomerPreferences'];
export type Identification = Schemas['Identification'];
export type IdentifiedCard = Schemas['IdentifiedCard'];
/** Name of a field that not everybody may see. */
export type SensitiveField = Schemas['FieldRule']['field'];

export type FieldAccess = Schemas['FieldRule']['access'];

export type FieldRule = Schemas['FieldRule'];

export type RoleFields = Schemas['RoleFields'];

export type SharedThing = Schemas['SharedThing'];

export type ShareLine = Schemas['ShareLine'];

export type DuplicateCandidate = Schemas['Candidate'];

export type Duplicates = Schemas['Found'];

export type ConsentPurpose = Schemas['ConsentPurpose'];

export type ConsentPurposeFields = Schemas['ConsentPurposeFields'];

export type ConsentStanding = Schemas['ConsentStanding'];

export type ConsentEvent = Schemas['ConsentEvent'];

export type CustomerConsents = Schemas['CustomerConsents'];

export type RightsCase = Schemas['RightsCase'];

export type RightsCaseWhole = Schemas['RightsCaseWhole'];

export type RightsCaseStep = Schemas['RightsCaseStep'];

export type CustomerDeletion = Schemas['CustomerDeletion'];

export type CustomerDeletionOutlook = Schemas['CustomerDeletionOutlook'];

export type DeletionEntry = Schemas['DeletionEntry'];

export type Letter = Schemas['Letter'];

export type LetterTemplate = Schemas['LetterTemplate'];

export type LetterTemplateFields = Schemas['LetterTemplateFields'];

export type Feedback = Schemas['Feedback'];

export type Region = Schemas['Region'];

export type Industry = Schemas['Industry'];

export type RetentionPeriod = Scheme['periods'][number]['code'];

export type RecordClass = Schemas['RecordClass'];

export type Scheme = Schemas['Scheme'];

export type DossierState = DossierRow['state'];

export type DossierRow = Schemas['DossierRow'];

export type Dossier = Schemas['DossierView'];

export type Carrier = Item['carrier'];
export type Severity = Schemas['FindingView']['severity'];
export type ExaminationState = DigitalFile['examination'];

export type DigitalFile = Schemas['FileView'];

export type Item = Schemas['ItemView'];

export type Findings = Schemas['Findings'];

export type HitType = Hit['type'];

export type Hit = Schemas['Hit'];

export interface SearchPage extends Page<Hit> {
  counts: Record<HitType, number>;
}

export type AuditEvent = Schemas['AuditEvent'];

export type HealthState = HealthItem['state'];

export type HealthItem = Schemas['HealthLine'];

export type RightsRequest = Schemas['RightsRequest'];

export type RoleDefinition = Schemas['RoleDefinition'];

export type EffectiveRights = Schemas['EffectiveRights'];

export type EffectiveGrant = Schemas['EffectiveGrant'];

export type Probe = Schemas['Probe'];

export type AccessReview = Schemas['AccessReview'];

export type ReviewLine = Schemas['ReviewLine'];

export type Agreement = Schemas['Agreement'];

export type AccessWork = Schemas['AccessWork'];

export type Act = Schemas['Act'];

export type CalendarYear = Schemas['CalendarYear'];

export type ActivityFigures = Schemas['ActivityFigures'];

export type AuditRound = Schemas['AuditRound'];

export type AuditRoundWhole = Schemas['AuditRoundWhole'];

export type RoundSample = Schemas['RoundSample'];

export type AuditFinding = Schemas['AuditFinding'];

export type ReviewRule = Schemas['ReviewRule'];

export type AdministratorFigures = Schemas['AdministratorFigures'];

export type AdministratorReport = Schemas['AdministratorReport'];

export type Alert = Schemas['Alert'];

export type AlertWork = Schemas['AlertWork'];

export type Notice = Schemas['Notice'];

export type NoticeChoices = Schemas['NoticeChoices'];

export type AlertRule = Schemas['AlertRule'];

export type AlertPreview = Schemas['AlertPreview'];

export type EvidenceState = Schemas['EvidenceState'];

export type SealKey = Schemas['KeyView'];

export type SealCheckpoint = Schemas['CheckpointView'];

export type SealStanding = Schemas['StandingView'];

export type InclusionProof = Schemas['InclusionProof'];

export type ConsistencyProof = Schemas['ConsistencyProof'];

export type FormField = Schemas['FormField'];

export type CustomField = Schemas['CustomField'];

export type CustomFieldSet = Schemas['CustomFieldSet'];


export type CustomValues = Schemas['CustomValues'];

export type RecordType = Schemas['RecordType'];

export type FormLabel = Schemas['FormLabel'];

export type ApprovalLine = Schemas['ApprovalLine'];

export type ApprovalCard = Schemas['ApprovalCard'];

export type ApprovalFigures = Schemas['ApprovalFigures'];

export type ApprovalOverseen = Schemas['ApprovalOverseen'];

export type FormFile = Schemas['FormFile'];

export type ApprovalPrint = Schemas['ApprovalPrint'];

export type ApprovalProof = Schemas['ApprovalProof'];

export type SealedAct = Schemas['SealedAct'];

export type SavedView = Schemas['SavedView'];

export type ApprovalStep = Schemas['ApprovalCardStep'];

export type ApprovalTask = Schemas['ApprovalCardTask'];

export type ApprovalCount = Schemas['ApprovalCount'];

export type ApprovalType = Schemas['ApprovalType'];

export type ApprovalDeputy = Schemas['ApprovalDeputy'];

export type ApprovalPhrase = Schemas['ApprovalPhrase'];

export type ApprovalOutcome = Schemas['ApprovalOutcome'];

export type ProcessLine = Schemas['ProcessLine'];

export type ProcessWords = Schemas['ProcessWords'];

export type ProcessVersion = Schemas['ProcessVersion'];

export type ProcessDrawing = Schemas['ProcessDrawing'];

export type ProcessSketch = Schemas['ProcessSketch'];

export type ProcessPart = Schemas['ProcessPart'];

export type ProcessWay = Schemas['ProcessWay'];

export type ProcessApprover = Schemas['ProcessApprover'];

export type ProcessCondition = Schemas['ProcessCondition'];

export type ProcessClock = Schemas['ProcessClock'];

export type ProcessFinding = Schemas['ProcessFinding'];

export type ProcessTrialStep = Schemas['ProcessTrialStep'];

export type Registration = Schemas['Registration'];

export type RegistrationBatchLine = Schemas['RegistrationBatchLine'];

export type Expense = Schemas['Expense'];

export type ExpenseSum = Schemas['ExpenseSum'];

export type Handover = Schemas['Handover'];

export type HandoverLine = Schemas['HandoverLine'];

export type HandoverPreview = Schemas['HandoverPreview'];

export type AssignmentRule = Schemas['AssignmentRule'];

export type AssignmentRuleSet = Schemas['AssignmentRuleSet'];

export type AssignmentProposal = Schemas['AssignmentProposal'];

export type OwnedThing = Schemas['OwnedThing'];

export type GradeFact = Schemas['GradeFact'];

export type GradeTest = Schemas['GradeTest'];

export type GradeRules = Schemas['GradeRules'];

export type GradeRulesVersion = Schemas['GradeRulesVersion'];

export type GradePreview = Schemas['GradePreview'];

export type GradeMover = Schemas['GradeMover'];

export type GradeRun = Schemas['GradeRun'];

export type GradeReason = Schemas['GradeReason'];

export type GradeTestSeen = Schemas['GradeTestSeen'];

export type ConfirmationRound = Schemas['ConfirmationRound'];

export type ConfirmationShare = Schemas['ConfirmationShare'];

export type ConfirmationCoverage = Schemas['ConfirmationCoverage'];

export type ConfirmationLine = Schemas['ConfirmationLine'];

export type DueConfirmation = Schemas['DueConfirmation'];

export type CustomerConfirmation = Schemas['CustomerConfirmation'];

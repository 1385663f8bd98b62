import { uuidOf } from '@kull/kernel';
import type { KeptGathering } from '@kull/teaching/contracts/calendar-file';
import type { Occasion, Subject } from '../../domain/occasion';
import type { AppealAnswerFacts } from '../appeals/texts';
import type { AttendanceFacts } from '../attendance/texts';
import type { CertificateFacts } from '../certificates/texts';
import type { DecisionFacts } from '../decisions/texts';
import type { OverdueFacts } from '../deliveries/overdue-texts';
import type { RejectedFacts } from '../deliveries/rejected-texts';
import type { DocumentFacts } from '../documents/texts';
import type { DraftFacts } from '../drafts/texts';
import type { GatheringChangeFacts } from '../gatherings/changed-texts';
import type { GatheringFacts } from '../gatherings/shown';
import type { GradingFacts } from '../grading/texts';
import type { HprFacts } from '../hpr/texts';
import type { OfferMadeFacts } from '../offers/made-texts';
import type { OfferFacts } from '../offers/texts';
import type { ReceiptFacts } from '../receipts/texts';
import type { RegisterFacts } from '../registers/texts';

export interface Example {
  readonly name: string;
  readonly occasion: Occasion;
}

const national = 'Nasjonal lederutdanning for primærhelsetjenesten';
const online = 'Nettbasert lederutdanning for allmennleger';

const example = (
  subject: Subject,
  name: string,
  facts: Occasion['facts'],
  told: Partial<Pick<Occasion, 'step' | 'dueAt'>> = {},
): Example => ({
  name: `${subject} ${name}`.trim(),
  occasion: {
    subject,
    recipient: { kind: 'person', personId: 'per_0123456789abcdefghjkmnpqrs' },
    about: 'x',
    step: 'ONCE',
    version: '1',
    programmeCode: 'NLP',
    dueAt: '2026-05-01T07:00:00.000Z',
    validUntil: '2026-05-02T07:00:00.000Z',
    facts,
    ...told,
  },
});

const draft: DraftFacts = { intake: 'NLP-2026', programme: national, closesAt: '2026-03-31T21:59:59.000Z' };
const document: DocumentFacts = {
  intake: 'NLP-2026',
  programme: national,
  employerConfirmation: true,
  priorLearning: false,
  dueBy: '2026-03-31T21:59:59.000Z',
};
const offer: OfferFacts = {
  intake: 'NLP-2026',
  programme: national,
  classCode: 'TRONDHEIM-1',
  replyBy: '2026-05-08T21:59:59.000Z',
  answerPath: '/tilbud/ofr_0123456789abcdefghjkmnpqrs.AbCdEfGhIjKlMnOpQrStUv',
};
const offerMade: OfferMadeFacts = {
  ...offer,
  site: 'Trondheim',
  startsOn: '2026-09-07',
  betterWishes: 'OSLO-1',
};
const appealAnswer: AppealAnswerFacts = {
  intake: 'NLP-2026',
  programme: national,
  outcome: 'UPHELD',
  classCode: '',
  decisionPath: '/vedtak/app_0123456789abcdefghjkmnpqrs.AbCdEfGhIjKlMnOpQrStUv',
};
const receipt: ReceiptFacts = {
  intake: 'NLP-2026',
  programme: national,
  applicationNo: 'K-0A1B2C3D4E',
  sentAt: '2026-03-22T20:14:00.000Z',
  employerConfirmation: true,
  priorLearning: false,
  notThere: 'DIPLOMA,WORK_CERTIFICATE',
  closesAt: '2026-03-31T21:59:59.000Z',
  answerAt: '2026-04-24T10:00:00.000Z',
  path: '/soknad/NLP-2026',
};
const noReasons = { reasonsNb: '', reasonsNn: '', reasonsEn: '' };
const decision: DecisionFacts = {
  intake: 'NLP-2026',
  programme: national,
  outcome: 'WAITING',
  appealBy: '2026-07-06',
  decisionPath: '/vedtak/app_0123456789abcdefghjkmnpqrs.AbCdEfGhIjKlMnOpQrStUv',
  reasonsNb: 'Du er nr. 7 på ventelisten for OSLO-3 i den allmenne kvoten.',
  reasonsNn: 'Du er nr. 7 på ventelista for OSLO-3 i den allmenne kvoten.',
  reasonsEn: 'You are no. 7 on the waiting list for OSLO-3 in the general quota.',
};

const session = (day: number, half: 'F' | 'E') => ({
  code: `G4D${day}${half}`,
  title: 'Å lede endring',
  startsAt: `2027-02-${15 + day}T${half === 'F' ? '08' : '12'}:00:00.000Z`,
  halfHours: 6,
  gathering: 4,
  room: 'A2-075',
});

const kept: KeptGathering = {
  classId: 'cls_0123456789abcdefghjkmnpqrs',
  plan: { code: 'OSLO-2', site: 'Oslo', capacity: 54, programme: { code: 'NLP', title: national } },
  gathering: { number: 4, title: 'Å lede endring', venue: 'BI Nydalen', status: 'scheduled', revision: 0 },
  isGuest: false,
  entries: [1, 2, 3, 4].flatMap((day) =>
    (['F', 'E'] as const).map((half) => ({
      session: session(day, half),
      uid: uuidOf('calendar-entry', day, half),
      status: 'scheduled' as const,
      sequence: 0,
      changedAt: '2026-06-01T08:00:00.000Z',
    })),
  ),
};

const gathering: GatheringFacts = {
  classCode: 'OSLO-2',
  number: 4,
  title: 'Å lede endring',
  programme: national,
  venue: 'BI Nydalen',
  startsOn: '2027-02-16',
  endsOn: '2027-02-19',
  startsAt: '2027-02-16T08:00:00.000Z',
  role: 'student',
  calendar: JSON.stringify(kept),
};

const change = (kind: GatheringChangeFacts['kind'], isSoon = false): GatheringChangeFacts => ({
  ...gathering,
  kind,
  wasFrom: kind === 'MOVED' ? '2027-02-09' : '2027-02-16',
  wasUntil: kind === 'MOVED' ? '2027-02-12' : '2027-02-19',
  isSoon,
  hasBegun: false,
});

const register: RegisterFacts = {
  classCode: 'NLA-2026V-1',
  session: 'M8',
  startsAt: '2026-06-15T07:00:00.000Z',
  endsAt: '2026-06-15T14:30:00.000Z',
};

const attendance: AttendanceFacts = {
  classCode: 'OSLO-2',
  award: 'ectsCredits',
  isPossible: true,
  requiredHours: 132,
  totalHours: 176,
  attendedHours: 60.5,
  openHours: 80,
  leftToLoseHours: 8.5,
};

const hpr: HprFacts = {
  programme: online,
  classCode: 'NLA-2026V-1',
  coursePoints: 60,
  reason: 'HPR_UNKNOWN',
  lastDay: '2026-07-19',
};

const grading: GradingFacts = {
  classCode: 'OSLO-1',
  title: 'Hjemmeeksamen',
  gradingDeadline: '2027-06-24',
  students: 54,
  missing: 2,
};

const certificate: CertificateFacts = {
  number: '7Q4K-9M2X-T',
  courseTitle: online,
  coursePoints: 60,
  completionDate: '2026-06-19',
  version: 1,
  at: '2026-06-19T10:00:00.000Z',
};

const overdue: OverdueFacts = { number: '7Q4K-9M2X-T', classCode: 'NLA-2026V-1', completionDate: '2026-06-19' };
const rejected: RejectedFacts = { number: '7Q4K-9M2X-T', classCode: 'NLA-2026V-1', batchSeq: 18, code: 'E301' };

/** A letter of every subject, and of each of the ways in which it can be. */
export const examples: readonly Example[] = [
  example('DRAFT_NOT_SENT', '', draft),
  example('DOCUMENT_MISSING', 'confirmation', document),
  example('DOCUMENT_MISSING', 'both', { ...document, priorLearning: true }),
  example('OFFER_REPLY_DEADLINE', '7 days before', offer, { step: 'P7D' }),
  example('OFFER_REPLY_DEADLINE', 'last morning', offer, { step: 'LAST_MORNING', dueAt: '2026-05-08T06:00:00.000Z' }),
  example('GATHERING', 'student', gathering),
  example('GATHERING', 'guest', { ...gathering, role: 'guest', calendar: JSON.stringify({ ...kept, isGuest: true }) }),
  example('GATHERING_CHANGED', 'moved', change('MOVED')),
  example('GATHERING_CHANGED', 'changed', change('CHANGED')),
  example('GATHERING_CHANGED', 'sessions soon', { ...change('SESSIONS', true), hasBegun: true }),
  example('GATHERING_CHANGED', 'cancelled soon', change('CANCELLED', true)),
  example('GATHERING_CHANGED', 'planned again', change('PLANNED_AGAIN')),
  example('REGISTER_OPEN', '', register),
  example('ATTENDANCE_AT_RISK', 'possible', attendance),
  example('ATTENDANCE_AT_RISK', 'impossible', { ...attendance, award: 'coursePoints', isPossible: false }),
  ...(
    [
      'HPR_MISSING',
      'HPR_UNKNOWN',
      'HPR_NOT_PHYSICIAN',
      'HPR_BIRTH_DATE_MISMATCH',
      'HPR_NOT_AUTHORISED_AT_COMPLETION',
    ] as const
  ).map((reason) => example('HPR_NUMBER_OPEN', reason, { ...hpr, reason })),
  example('GRADING_DEADLINE', '', grading),
  example('CERTIFICATE_ISSUED', '', certificate),
  example('CERTIFICATE_REPLACED', '', { ...certificate, version: 2, reasonCode: 'NAME_CHANGE' }),
  example('CERTIFICATE_REVOKED', '', { ...certificate, version: 3, reasonCode: 'RESULT_CHANGED' }),
  example('DELIVERY_OVERDUE', '', overdue),
  example('LINES_REJECTED', '', rejected),
  example('OFFER_MADE', 'first', offerMade),
  example('OFFER_MADE', 'best wish, place held', { ...offerMade, betterWishes: '', holds: 'OSLO-3' }),
  ...(['PLACE_HELD', 'WAITING', 'NO_PLACE', 'NOT_QUALIFIED', 'NEEDS_MORE'] as const).map((outcome) =>
    example('DECISION_MADE', outcome, { ...decision, ...(outcome !== 'WAITING' && noReasons), outcome }),
  ),
  ...(['UPHELD', 'FORWARDED', 'DISMISSED', 'PLACE'] as const).map((outcome) =>
    example('APPEAL_DECIDED', outcome, { ...appealAnswer, outcome, classCode: outcome === 'PLACE' ? 'OSLO-3' : '' }),
  ),
  example('APPLICATION_RECEIVED', 'employer and documents missing', receipt),
  example('APPLICATION_RECEIVED', 'a document missing', {
    ...receipt,
    employerConfirmation: false,
    notThere: 'PRIOR_LEARNING',
  }),
  example('APPLICATION_RECEIVED', 'nothing missing', { ...receipt, employerConfirmation: false, notThere: '' }),
];

import type { Line } from './matrix';
import type { Thing } from './world';

const PNG = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const TYPES = {
  csv: ['text/csv', 'x\r\n'],
  receipts: ['text/csv', 'certificate_id;line_no;version;result;code;message;received_at\r\n'],
  form: ['application/x-www-form-urlencoded', 'x=1'],
  refusal: ['application/x-www-form-urlencoded', 'kode=E001'],
  // As browsers write it: Node 20 misreads a boundary of few letters.
  upload: [
    'multipart/form-data; boundary=----kullBoundary0123456789',
    '------kullBoundary0123456789\r\ncontent-disposition: form-data; name="x"\r\n\r\nx\r\n------kullBoundary0123456789--\r\n',
  ],
  message: ['message/rfc822', 'Subject: x\r\n\r\nx'],
  png: ['image/png', PNG],
} as const;

/** What is sent to a route, so that what is answered tells who may and not only that something was missing. */
interface Ask {
  /** `:id` in it is the thing. */
  readonly query?: string;
  /** JSON. Without it: a field that no operation knows. */
  readonly body?: object;
  readonly type?: keyof typeof TYPES;
  /** A GET that is answered otherwise than by 200 though it is allowed, and why. */
  readonly but?: readonly [status: number, why: string];
}

const noIntake: Ask = { but: [404, 'no such intake'] };
const csv: Ask = { type: 'csv' };
const form: Ask = { type: 'form' };
const empty: Ask = { body: {} };

const asks: Readonly<Record<string, Ask>> = {
  'GET /': { but: [303, 'whoever has a room of their own is led there'] },
  'GET /vis-som/:person': { but: [404, 'no such person'] },
  'POST /fravaer': { type: 'upload' },
  'POST /fravaer/:id/dokumentasjon': { type: 'upload' },
  'POST /fravaer/:id/tilbake': form,
  'POST /kalender': form,
  'POST /kalender/ut-av-bruk': form,
  'POST /kursbevis/:no/lenker': form,
  'POST /kursbevis/:no/lenker/:id/ut-av-bruk': form,
  'POST /min-profil': form,
  'POST /mine-poeng/begrunnelse': form,
  'POST /mine-poeng/klage': form,
  'POST /min-profil/hpr-kontroll': form,
  'POST /min-profil/hpr-nummer': form,
  'GET /soknad/:intake': noIntake,
  'GET /soknad/:intake/:part': noIntake,
  'GET /soknad/:intake/vedlegg': noIntake,
  'GET /soknad/:intake/vedlegg/:document': noIntake,
  'POST /soknad/:intake/vedlegg': { type: 'upload' },
  'POST /soknad/:intake/vedlegg/fjern': form,
  'POST /soknad/:intake/send': form,
  'POST /soknad/:intake/arbeidsgiver': form,
  'POST /soknad/:intake/:part': form,
  'POST /bekreft/:token': form,
  'POST /vedtak/:token/se': form,
  'POST /vedtak/:token/klage': form,
  'POST /vedtak/:token/:ticket/klage': form,
  'POST /tilbud/:token/se': form,
  'POST /tilbud/:token': form,
  'GET /fravaer/:id': { but: [404, 'nothing of theirs under that id'] },
  'GET /kursbevis/:no/pdf': { but: [404, 'nothing of theirs under that id'] },
  'GET /kursbevis/:no/open-badge': { but: [404, 'nothing of theirs under that id'] },
  'GET /min-qr': { but: [404, 'nothing of theirs under that id'] },
  'GET /api/v1/applications/:id/documents/:document': { but: [404, 'no such document'] },
  'GET /api/v1/applications/:id/appeal': { but: [409, 'not decided'] },
  'GET /api/v1/applications/:id/letters/:letter/document': { but: [404, 'no such letter'] },
  'GET /api/v1/intakes/:id/files/letter-example.pdf': { query: 'kind=OFFER', but: [404, 'no such intake'] },
  'POST /levering/oppslag': form,
  'POST /levering/:id/kvittering': form,
  'POST /levering/:id/avvisning': { type: 'refusal' },
  'POST /levering/:id/kvitteringsfil': { type: 'upload' },
  'POST /levering/maskintilgang/klienter': form,
  'POST /levering/maskintilgang/klienter/:id/nokler': form,
  'POST /levering/maskintilgang/klienter/:id/stenging': form,
  'POST /levering/maskintilgang/webhooker': form,
  'POST /levering/maskintilgang/webhooker/:id/test': form,
  'POST /levering/maskintilgang/webhooker/:id/ny-sending': form,
  'POST /levering/maskintilgang/webhooker/:id/stenging': form,
  'POST /logg-inn/:login/utlogging': form,
  'POST /oauth/token': form,
  'POST /logg-ut': form,
  'POST /v/:number/name': form,
  'POST /b/:token': form,
  'POST /avmelding/:token': form,
  'POST /avmelding/:token/angre': form,
  'POST /api/v1/list-files': {
    body: { format: 'csv', name: 'x', address: '/x', columns: [{ key: 'x', title: 'x', type: 'text' }], rows: [] },
  },
  'POST /api/v1/bounces': { type: 'message' },
  'POST /api/v1/staff-imports': csv,
  'PUT /api/v1/intakes/:id/hpr-register': csv,
  'PUT /api/v1/intakes/:id/municipalities': csv,
  'POST /api/v1/intakes/:id/application-imports': csv,
  'POST /api/v1/intakes/:id/assessment-imports': csv,
  'POST /api/v1/intakes/:id/rounds/:round/answer-imports': csv,
  'GET /api/v1/intakes/:id': noIntake,
  'GET /api/v1/intakes/:id/ranking': noIntake,
  'GET /api/v1/intakes/:id/assessment-work': noIntake,
  'GET /api/v1/intakes/:id/ranking-runs': noIntake,
  'GET /api/v1/intakes/:id/ranking-runs/:number/protocol.pdf': noIntake,
  'GET /api/v1/intakes/:id/ranking-comparison': { query: 'from=1&to=2', but: [404, 'no such intake'] },
  'GET /api/v1/intakes/:id/next-round': noIntake,
  'GET /api/v1/intakes/:id/rounds/:round/offers': noIntake,
  'GET /api/v1/intakes/:id/waiting-lists': noIntake,
  'GET /api/v1/intakes/:id/files/decisions.csv': noIntake,
  'GET /api/v1/intakes/:id/files/offers.csv': noIntake,
  'GET /api/v1/intakes/:id/files/class-lists.csv': noIntake,
  'GET /api/v1/intakes/:id/files/waiting-lists.csv': noIntake,
  'GET /api/v1/applications': { query: 'intake=none', but: [404, 'no such intake'] },
  'GET /api/v1/intakes/:id/disqualifications': noIntake,
  'POST /api/v1/applications/:id/disqualifications': { body: { ground: 'OTHER', explanation: 'x' } },
  'POST /api/v1/applications/:id/disqualification-withdrawals': { body: { assessor: 'x', reason: 'x' } },
  'POST /api/v1/applications/:id/appeals': { body: { wantedChange: 'x', grounds: 'x' } },
  'POST /api/v1/applications/:id/statements-of-reasons': { body: { text: 'x' } },
  'POST /api/v1/appeals/:id/places': { body: { class: 'OSLO-1', quota: 'GENERAL' } },
  'POST /api/v1/appeals/:id/decisions': { body: { outcome: 'UPHELD', reasons: 'x' } },
  'POST /api/v1/offers/:id/answers': { body: { answer: 'ACCEPT', keepWaiting: false } },
  'POST /api/v1/classes/:id/participant-imports': csv,
  'GET /api/v1/classes/:id/files/roster.pdf': { query: 'gathering=1', but: [404, 'the class has no gatherings'] },
  'GET /api/v1/classes/:id/door-roster': { query: 'gathering=1', but: [404, 'the class has no gatherings'] },
  'GET /api/v1/classes/:id/make-up-options': {
    query: 'studentNo=:studentNo&gathering=1',
    but: [404, 'the class has no gatherings'],
  },
  'GET /api/v1/attendance-risk': { query: 'class=:id' },
  'GET /api/v1/certificates': { query: 'class=:id' },
  'GET /api/v1/reconciliation': { query: 'classId=:id' },
  'POST /api/v1/classes/:id/attendance-imports': csv,
  'POST /api/v1/classes/:id/registers/:session/sheet-imports': csv,
  'PUT /api/v1/absences/:id/evidence': { type: 'png' },
  'GET /api/v1/absences/:id/evidence': { but: [404, 'there may be none'] },
  'POST /api/v1/absences/:id/decisions': { body: { outcome: 'NOT_EXCUSED', reason: 'REASON_NOT_VALID' } },
  'POST /api/v1/absences/:id/compensations': { body: { task: 'ESSAY', sessions: ['M6'] } },
  'POST /api/v1/absences/:id/withdrawals': empty,
  'POST /api/v1/calendar-feeds/:id/revocations': empty,
  'POST /api/v1/set-aside-jobs/:id/retries': empty,
  'PUT /api/v1/classes/:id/hpr-register': csv,
  'POST /api/v1/classes/:id/result-imports': csv,
  'POST /api/v1/classes/:id/part-imports': csv,
  'POST /api/v1/classes/:id/correction-imports': csv,
  'POST /api/v1/classes/:id/correction-previews': csv,
  'POST /api/v1/student-courses/:id/parts': { body: { part: 'ESSAY', by: 'LECTURE_WATCHED' } },
  'POST /api/v1/student-courses/:id/parts/:part/withdrawals': { body: { reasonClass: 'OTHER' } },
  'POST /api/v1/student-courses/:id/assessments/:assessment/reasons': empty,
  'POST /api/v1/student-courses/:id/assessments/:assessment/appeal-handlings': empty,
  'GET /api/v1/signing-keys/:kid/certificates': { but: [404, 'no such key'] },
  'POST /api/v1/exports/:id/acknowledgements': { body: { records: [] } },
  'POST /api/v1/exports/:id/acknowledgement-imports': { type: 'receipts' },
  'GET /api/v1/exports/:id/files/:name': { but: [404, 'no file of that name'] },
  'POST /api/v1/webhooks/:id/test-events': empty,
  'POST /api/v1/webhooks/:id/resends': { body: { messageId: 'x' } },
  'POST /api/v1/webhooks/:id/closings': empty,
  'GET /api/v1/cohorts/:id': { but: [404, 'no such cohort'] },
  'GET /api/v1/export-drafts/:id': { but: [404, 'no such draft'] },
  'GET /api/v1/reminders/:id': { but: [404, 'no such reminder'] },
};

const FIXED: Readonly<Record<string, string>> = {
  ':session': 'M1',
  ':number': '1',
  ':round': '1',
  ':version': '1',
  ':part': 'ESSAY',
  ':assessment': 'EXAM',
  ':verification': '7b1c9e2a-3d4f-5a6b-8c7d-9e0f1a2b3c4d',
  ':name': 'x1.csv',
};

/** The parameter that names the thing. */
const nameIn = ({ subject }: Line): string =>
  subject === 'certificate' ? ':no' : subject === 'person' ? ':key' : ':id';

/** One request, ready to be sent. */
export interface Request {
  readonly method: Line['method'] | 'HEAD' | 'OPTIONS';
  readonly url: string;
  readonly type?: string;
  readonly payload?: string | Buffer;
}

/** What is asked of a route about a thing. */
export const requestOf = (line: Line, { id, studentNo = 'S999999' }: Thing): Request => {
  const { query, body, type } = asks[line.route] ?? {};
  const name = nameIn(line);
  const filled = (text: string): string =>
    text.replaceAll(/:[A-Za-z]+/g, (one) =>
      one === name ? id : one === ':studentNo' ? studentNo : (FIXED[one] ?? 'x1'),
    );
  const url = filled(line.path.replace('*', 'x1')) + (query === undefined ? '' : `?${filled(query)}`);
  const { method } = line;
  if (method === 'GET' || method === 'DELETE') return { method, url };
  if (type) return { method, url, type: TYPES[type][0], payload: TYPES[type][1] };
  return { method, url, type: 'application/json', payload: JSON.stringify(body ?? { unknownField: true }) };
};

/** The status of a GET that is allowed, beside 200. */
export const alsoAllowed = ({ route }: Line): number | undefined => asks[route]?.but?.[0];

export const askedRoutes: readonly string[] = Object.keys(asks);

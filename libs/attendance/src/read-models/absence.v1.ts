import type { ReadModel, Recorded } from '@kull/event-store';
import { absence } from '../domain/absence';
import type { AbsenceEvent, AbsenceReported } from '../domain/absence.events';

type AbsenceFact = {
  [Type in AbsenceEvent['type']]: Recorded<Extract<AbsenceEvent, { type: Type }>>;
}[AbsenceEvent['type']];

/** What a page of events says of one report. `facts`: later values win, null deletes. */
interface AbsenceChange {
  readonly absence_id: string;
  readonly reported: AbsenceReported['data'] | null;
  readonly status: 'REPORTED' | 'EXCUSED' | 'NOT_EXCUSED' | 'WITHDRAWN' | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly compensations: readonly object[];
}

const nothingSaid = (absence_id: string): AbsenceChange => ({
  absence_id,
  reported: null,
  status: null,
  facts: {},
  compensations: [],
});

const changedBy = (change: AbsenceChange, fact: AbsenceFact): AbsenceChange => {
  const { facts, compensations } = change;
  switch (fact.type) {
    case 'AbsenceReported':
      return { ...change, reported: fact.data, status: 'REPORTED' };
    case 'EvidenceAttached': {
      const { mediaType, attachedAt } = fact.data;
      return { ...change, facts: { ...facts, evidence: { mediaType, attachedAt } } };
    }
    case 'EvidenceDeleted':
      return { ...change, facts: { ...facts, evidence: null } };
    case 'AbsenceExcused': {
      const { basis, decidedBy, decidedAt } = fact.data;
      return { ...change, status: 'EXCUSED', facts: { ...facts, decision: { basis, decidedBy, decidedAt } } };
    }
    case 'AbsenceNotExcused': {
      const { reasonClass, decidedBy, decidedAt } = fact.data;
      const decision = { reasonClass, decidedBy, decidedAt };
      return { ...change, status: 'NOT_EXCUSED', facts: { ...facts, decision } };
    }
    case 'AbsenceWithdrawn':
      return { ...change, status: 'WITHDRAWN' };
    case 'CompensationApproved':
      return { ...change, compensations: [...compensations, fact.data] };
  }
};

const changesIn = (facts: readonly AbsenceFact[]): readonly AbsenceChange[] => {
  const changes = new Map<string, AbsenceChange>();
  for (const fact of facts) {
    const id = fact.stream.slice(absence.category.length + 1);
    changes.set(id, changedBy(changes.get(id) ?? nothingSaid(id), fact));
  }
  return [...changes.values()];
};

/** Every report of absence and what became of it: the list that is worked through. */
export const absenceReadModel: ReadModel = {
  name: 'absence',
  version: 1,
  mode: 'inline',
  handles: [
    'AbsenceReported',
    'EvidenceAttached',
    'EvidenceDeleted',
    'AbsenceExcused',
    'AbsenceNotExcused',
    'AbsenceWithdrawn',
    'CompensationApproved',
  ] satisfies AbsenceEvent['type'][],
  tables: ['absence_v1'],
  whose: {
    absence_v1: { of: 'student', by: ['class_id', 'student_no'], gives: { absence: ['absence_id'] } },
  },
  create: `
    create table absence_v1 (
      absence_id    text collate "C" primary key,
      class_id      text,
      student_no    text collate "C",
      reported_at   timestamptz,
      status        text,
      reported      jsonb,
      facts         jsonb not null,
      compensations jsonb not null
    );
    create index absence_v1_class on absence_v1 (class_id, reported_at, absence_id);
  `,
  apply: async (events, tx) => {
    await tx.query(
      `insert into absence_v1 as a
         (absence_id, class_id, student_no, reported_at, status, reported, facts, compensations)
       select absence_id, r.reported->>'classId', r.reported->>'studentNo', (r.reported->>'reportedAt')::timestamptz,
              status, r.reported, facts, compensations
         from jsonb_to_recordset($1::jsonb) as n
              (absence_id text, reported jsonb, status text, facts jsonb, compensations jsonb)
         cross join lateral (select nullif(n.reported, 'null') as reported) as r
       on conflict (absence_id) do update set
         class_id = coalesce(excluded.class_id, a.class_id), student_no = coalesce(excluded.student_no, a.student_no),
         reported_at = coalesce(excluded.reported_at, a.reported_at), status = coalesce(excluded.status, a.status),
         reported = coalesce(excluded.reported, a.reported), facts = a.facts || excluded.facts,
         compensations = a.compensations || excluded.compensations`,
      [JSON.stringify(changesIn(events as readonly AbsenceFact[]))],
    );
  },
};

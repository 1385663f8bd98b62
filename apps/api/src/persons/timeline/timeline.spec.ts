import type { Recorded } from '@kull/event-store';
import { aboutStudent, timelineOf } from './timeline';

let position = 0;
const recorded = (type: string, data: object, over: Partial<Recorded> = {}): Recorded => {
  position += 1;
  return {
    position,
    stream: 'x-1',
    version: position,
    eventId: `e${position}`,
    type,
    data,
    metadata: { commandId: 'c', actor: 'mli', source: 'http' },
    occurredAt: '2026-09-07T08:00:00.000Z',
    recordedAt: '2026-09-07T08:00:01.000Z',
    ...over,
  };
};

const mark = (observedAt: string, over: object = {}): Recorded =>
  recorded('AttendanceRecorded', {
    studentNo: 'S1',
    halfHours: 8,
    presence: 'PRESENT',
    observedBy: 'toe',
    observedAt,
    source: 'DOOR',
    ...over,
  });

const told = (events: readonly Recorded[], titles = new Map<string, string>()) =>
  timelineOf(events, titles).map(({ at, text: { nb }, by, from }) => [at, nb, by, from?.nb]);

describe('what happened to a person', () => {
  it('is told in words, the newest first, by whom and from where', () => {
    const leave = recorded(
      'LeaveGranted',
      { from: '2026-11-01', until: '2026-12-01', reasonClass: 'ILLNESS' },
      { occurredAt: '2026-10-20T10:00:00.000Z' },
    );
    const enrolled = recorded('StudentEnrolled', { classCode: 'OSLO-1' });
    expect(told([leave, enrolled])).toEqual([
      [leave.occurredAt, 'Permisjon fra 1. november 2026, tilbake 1. desember 2026 (sykdom)', 'mli', 'Kull'],
      [enrolled.occurredAt, 'Fikk plass i OSLO-1', 'mli', 'Kull'],
    ]);
  });

  it('is complete in nynorsk and English', () => {
    const [one] = timelineOf([recorded('OfferLapsed', { class: 'OSLO-1' })], new Map());
    expect(one!.text).toEqual({
      nb: 'Svarte ikke i tide; tilbudet om OSLO-1 falt bort',
      nn: 'Svarte ikkje i tide; tilbodet om OSLO-1 fall bort',
      en: 'Did not answer in time; the offer of OSLO-1 lapsed',
    });
  });

  it('tells the marks of a day together, those that say otherwise by themselves', () => {
    const morning = '2026-09-07T06:55:00.000Z';
    expect(
      told([
        mark(morning),
        mark('2026-09-07T11:00:00.000Z'),
        mark('2026-09-07T11:05:00.000Z', { presence: 'ABSENT', halfHours: 0 }),
        mark('2026-09-08T06:55:00.000Z'),
      ]),
    ).toEqual([
      ['2026-09-08T06:55:00.000Z', 'Oppmøte: til stede, 1 økt', 'toe', 'døra'],
      ['2026-09-07T11:05:00.000Z', 'Oppmøte: fravær, 1 økt', 'toe', 'døra'],
      [morning, 'Oppmøte: til stede, 2 økter', 'toe', 'døra'],
    ]);
  });

  it('takes a row of a file without presence by its hours', () => {
    const row = mark('2026-09-07T06:55:00.000Z', { presence: undefined, source: undefined, halfHours: 0 });
    const ofFile = { ...row, metadata: { ...row.metadata, source: 'attendance-import' } };
    expect(told([ofFile])[0]!.slice(1)).toEqual(['Oppmøte: fravær, 1 økt', 'toe', 'fil']);
  });

  it('calls parts and assessments by their titles', () => {
    const titles = new Map([['REFLECTION_1', 'Refleksjonsnotat 1']]);
    const part = recorded('PartFulfilled', { part: 'REFLECTION_1' });
    const other = recorded('AssessmentResultRegistered', { assessment: 'EXAM', result: 'PASSED', gradedBy: 'g1' });
    expect(told([part, other], titles).map(([, text]) => text)).toEqual([
      'Resultat registrert: EXAM PASSED (g1)',
      'Arbeidskrav fullført: Refleksjonsnotat 1',
    ]);
  });

  it('leaves out what nobody asks about, and what it has no words for', () => {
    expect(
      told([recorded('AttendanceCounted', {}), recorded('CertificatePrepared', {}), recorded('Unheard', {})]),
    ).toEqual([]);
  });

  it('reads of a register what is about the student', () => {
    const own = mark('2026-09-07T06:55:00.000Z');
    const others = mark('2026-09-07T06:55:00.000Z', { studentNo: 'S2' });
    expect(aboutStudent([own, others, recorded('AttendanceLocked', {})], 'S1')).toEqual([own]);
  });
});

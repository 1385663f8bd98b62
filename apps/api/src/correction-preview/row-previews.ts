import type { CertificateChange, CertificatesPreview } from '@kull/certificates';
import type { Ledgers, PreviewedCorrection } from '@kull/credits';
import type { ChangedLine } from '@kull/deliveries';
import type { PreviewedLetter } from '@kull/reminders';
import type { CertificateView, LedgerView, LetterView, LineView, RowPreview } from './correction-preview';

/** What each context answers about a file of corrections. */
export interface Consequences {
  readonly corrections: readonly PreviewedCorrection[];
  readonly certificates: CertificatesPreview;
  readonly lines: readonly ChangedLine[];
  readonly letters: readonly PreviewedLetter[];
}

const pointsView = ({ coursePoints: outcome }: Ledgers): LedgerView =>
  outcome.status === 'AWARDED'
    ? { status: outcome.status, points: outcome.coursePoints, reasons: [] }
    : { status: outcome.status, points: 0, reasons: outcome.reasons };

const ectsView = ({ ectsCredits: outcome }: Ledgers): LedgerView =>
  outcome.status === 'AWARDED'
    ? { status: outcome.status, points: outcome.ectsCredits, reasons: [] }
    : { status: outcome.status, points: 0, reasons: outcome.reasons };

const ledgersOf = ({ course }: PreviewedCorrection): Pick<RowPreview, 'coursePoints' | 'ectsCredits'> => {
  const { before, after } = course ?? {};
  if (!before || !after) return {};
  return {
    coursePoints: { before: pointsView(before), after: pointsView(after) },
    ectsCredits: { before: ectsView(before), after: ectsView(after) },
  };
};

const certificateView = (change: CertificateChange, sameCause: readonly CertificateChange[]): CertificateView => {
  const { number: certificateNo, version } = change.data;
  switch (change.type) {
    case 'CertificateIssued': {
      const takesOver = sameCause.some(({ type }) => type === 'CertificateRevoked');
      return { certificateNo, change: takesOver ? 'REISSUED' : 'ISSUED', version };
    }
    case 'CertificateCorrected':
      return { certificateNo, change: 'REPLACED', version, reasonCode: change.data.reasonCode };
    case 'CertificateRevoked':
      return { certificateNo, change: 'REVOKED', version, reasonCode: change.data.reasonCode };
  }
};

const lineView = ({ number, ...line }: ChangedLine): LineView => ({ certificateNo: number, ...line });

const letterView = ({ about, ...letter }: PreviewedLetter): LetterView =>
  'number' in about
    ? { certificateNo: about.number, version: about.version, ...letter }
    : { award: about.award, ...letter };

const outcomeOf = ({ outcome }: PreviewedCorrection): RowPreview['outcome'] => {
  if (outcome === 'applied') return 'APPLIED';
  return outcome === 'unchanged' ? 'UNCHANGED' : outcome;
};

/** Puts what the contexts answer to the rows that it follows from. */
export const rowPreviews = ({ corrections, certificates, lines, letters }: Consequences): readonly RowPreview[] => {
  const byCause = new Map<string, CertificateChange[]>();
  for (const change of certificates.changes) {
    const cause = change.metadata.causationId ?? '';
    byCause.set(cause, [...(byCause.get(cause) ?? []), change]);
  }
  const changesOf = ({ course }: PreviewedCorrection): readonly CertificateChange[] =>
    (course?.events ?? []).flatMap(({ eventId }) => byCause.get(eventId) ?? []);
  // A delivery carries the last state: what a line becomes belongs to the row that touched its certificate last.
  const inOrder = [...corrections].sort((one, other) => lastVersion(one) - lastVersion(other) || one.row - other.row);
  const lastRow = new Map<string, number>();
  for (const correction of inOrder)
    for (const { data } of changesOf(correction)) lastRow.set(data.number, correction.row);
  const lastOfAll = inOrder.filter((one) => changesOf(one).length > 0).at(-1)?.row;
  const lastOfCourse = new Map(
    inOrder.flatMap(({ course, row, outcome }) => (course && outcome === 'applied' ? [[course.id, row] as const] : [])),
  );
  // Attendance is judged when all hours are in.
  const lastHours = new Map(
    inOrder.flatMap(({ course, row, studentNo }) => (course?.registers.length ? [[studentNo, row] as const] : [])),
  );
  const refusals = new Map(
    certificates.refused.map(({ studentCourseId, code }) => [lastOfCourse.get(studentCourseId), code] as const),
  );

  return corrections.map((correction): RowPreview => {
    const { row, studentNo } = correction;
    const changes = changesOf(correction);
    const versions = new Set(changes.map(({ data }) => `${data.number} ${data.version}`));
    const isOfRow = ({ about }: PreviewedLetter): boolean =>
      'number' in about ? versions.has(`${about.number} ${about.version}`) : lastHours.get(about.studentNo) === row;
    const refused = refusals.get(row);
    return {
      row,
      studentNo,
      outcome: outcomeOf(correction),
      ...ledgersOf(correction),
      certificates: changes.map((one) => certificateView(one, byCause.get(one.metadata.causationId ?? '') ?? [])),
      ...(refused && { certificateRefused: refused }),
      lines: lines.filter(({ number }) => (lastRow.get(number) ?? lastOfAll) === row).map(lineView),
      letters: letters.filter(isOfRow).map(letterView),
    };
  });
};

/** Rows are applied in order of their time; the versions that they would give the course tell that order. */
const lastVersion = ({ course }: PreviewedCorrection): number => course?.events.at(-1)?.version ?? 0;

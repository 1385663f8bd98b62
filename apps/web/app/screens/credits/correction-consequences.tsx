import { useQuery } from '@tanstack/preact-query';
import type { AwardPreview } from '../../../../../libs/credits/src/http/award-view';
import type { CorrectionPreview, LedgerChange } from '../../../../api/src/correction-preview/correction-preview';
import { get } from '../../api/client';
import { number } from '../../kit/dates';
import { type InLanguages, inLanguage, language } from '../../kit/texts';
import { groupTexts } from './groups';
import { reasonsText } from './reasons';

const t = inLanguage({
  nb: {
    lose: 'Mister poeng',
    gain: 'Får poeng',
    same: 'Beholder poengene',
    waiting: 'Må godkjennes av en annen',
    refused: 'Blir ikke gjort',
    coursePoints: 'kurspoeng',
    ectsCredits: 'studiepoeng',
    ISSUED: 'utstedes',
    REPLACED: 'erstattes av versjon',
    REVOKED: 'trekkes tilbake',
    REISSUED: 'utstedes under nytt nummer',
    certificate: 'Bevis',
    totals: (issued: string, replaced: string, revoked: string) =>
      `Kursbevis: ${issued} utstedes, ${replaced} erstattes, ${revoked} trekkes tilbake`,
    lines: (add: string, correct: string, revoke: string) =>
      `Neste levering: ${add} nye linjer, ${correct} rettet, ${revoke} trukket`,
    letters: (n: string) => `E-post til ${n}`,
    unchanged: (n: string) => `${n} er gjort før og endrer ingenting`,
  },
  nn: {
    lose: 'Mistar poeng',
    gain: 'Får poeng',
    same: 'Held på poenga',
    waiting: 'Må godkjennast av ein annan',
    refused: 'Blir ikkje gjort',
    coursePoints: 'kurspoeng',
    ectsCredits: 'studiepoeng',
    ISSUED: 'blir skrive ut',
    REPLACED: 'blir erstatta av versjon',
    REVOKED: 'blir trekt tilbake',
    REISSUED: 'blir skrive ut under nytt nummer',
    certificate: 'Bevis',
    totals: (issued: string, replaced: string, revoked: string) =>
      `Kursbevis: ${issued} blir skrivne ut, ${replaced} erstatta, ${revoked} trekte tilbake`,
    lines: (add: string, correct: string, revoke: string) =>
      `Neste levering: ${add} nye linjer, ${correct} retta, ${revoke} trekte`,
    letters: (n: string) => `E-post til ${n}`,
    unchanged: (n: string) => `${n} er gjorde før og endrar ingenting`,
  },
  en: {
    lose: 'Lose credits',
    gain: 'Get credits',
    same: 'Keep their credits',
    waiting: 'Has to be approved by somebody else',
    refused: 'Is not made',
    coursePoints: 'course points',
    ectsCredits: 'ECTS credits',
    ISSUED: 'is issued',
    REPLACED: 'is replaced by version',
    REVOKED: 'is revoked',
    REISSUED: 'is issued under a new number',
    certificate: 'Certificate',
    totals: (issued: string, replaced: string, revoked: string) =>
      `Certificates: ${issued} issued, ${replaced} replaced, ${revoked} revoked`,
    lines: (add: string, correct: string, revoke: string) =>
      `Next delivery: ${add} new lines, ${correct} corrected, ${revoke} revoked`,
    letters: (n: string) => `Mail to ${n}`,
    unchanged: (n: string) => `${n} were made before and change nothing`,
  },
});

const refusals: InLanguages<Readonly<Record<string, string>>> = {
  nb: {},
  nn: {
    SECOND_APPROVER_REQUIRED: 'Rettinga gir færre poeng og må godkjennast av ein annan.',
    HOURS_EXCEED_SESSION: 'Timane er fleire enn økta varer.',
    UNKNOWN_STUDENT: 'Studenten er ikkje i klassen.',
    INVALID_CORRECTION: 'Type, verdi, tid eller signatur kan ikkje lesast.',
    UNKNOWN_SESSION: 'Økta finst ikkje i kurset.',
    INVALID_HOURS: 'Timane er ikkje eit tal frå 0 i steg på 0,5.',
    AWARDS_NOT_JUDGED: 'Poenga er ikkje vurderte enno.',
    HPR_REGISTER_NOT_ANSWERING: 'HPR svarer ikkje no. Send rettinga igjen seinare.',
  },
  en: {
    SECOND_APPROVER_REQUIRED: 'The correction gives fewer points and has to be approved by somebody else.',
    HOURS_EXCEED_SESSION: 'There are more hours than the session lasts.',
    UNKNOWN_STUDENT: 'The student is not in the class.',
    INVALID_CORRECTION: 'Kind, value, time or signature cannot be read.',
    UNKNOWN_SESSION: 'The session is not part of the course.',
    INVALID_HOURS: 'The hours are not a number from 0 in steps of 0.5.',
    AWARDS_NOT_JUDGED: 'The credits have not been judged yet.',
    HPR_REGISTER_NOT_ANSWERING: 'HPR does not answer now. Send the correction again later.',
  },
};

type Row = CorrectionPreview['rows'][number];

const change = ({ coursePoints, ectsCredits }: Row): number =>
  [coursePoints, ectsCredits].reduce((sum, one) => sum + (one ? one.after.points - one.before.points : 0), 0);

/** Nothing said where nothing changes. */
const ledgerText = (name: string, of: LedgerChange | undefined): string | undefined => {
  if (!of || (of.before.points === of.after.points && of.before.status === of.after.status)) return undefined;
  const why = of.after.reasons.length > 0 ? `, ${reasonsText(of.after.reasons)}` : '';
  return `${number(of.before.points)} → ${number(of.after.points)} ${name} (${groupTexts[of.after.status].name}${why})`;
};

const certificateText = ({ certificateNo, change: what, version }: Row['certificates'][number]): string =>
  `${t.certificate} ${certificateNo} ${t[what]}${what === 'REPLACED' ? ` ${version}` : ''}`;

const refusalText = ({ outcome, message }: Row): string =>
  (language !== 'nb' && inLanguage(refusals)[outcome]) || message;

const isMade = ({ outcome }: Row): boolean => outcome === 'APPLIED';

interface PartProps {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly nameOf: (studentNo: string) => string;
}

const Part = ({ title, rows, nameOf }: PartProps) =>
  rows.length === 0 ? null : (
    <section class="stack">
      <h3 class="ds-heading" data-size="2xs">
        {title} ({rows.length})
      </h3>
      <ul class="ds-list">
        {rows.map((row) => (
          <li key={row.row}>
            <strong>{nameOf(row.studentNo)}</strong>:{' '}
            {isMade(row)
              ? [
                  ledgerText(t.coursePoints, row.coursePoints),
                  ledgerText(t.ectsCredits, row.ectsCredits),
                  ...row.certificates.map(certificateText),
                ]
                  .filter(Boolean)
                  .join(' · ') || '–'
              : refusalText(row)}
          </li>
        ))}
      </ul>
    </section>
  );

/** Who gains and who loses, which certificates are replaced or revoked, and what leaves next: those who lose first. */
export const CorrectionConsequences = ({
  of: { rows, totals },
  classId,
}: {
  readonly of: CorrectionPreview;
  readonly classId: string;
}) => {
  const students = useQuery({
    queryKey: ['credits', 'award-preview', classId],
    queryFn: () => get<AwardPreview>(`/classes/${classId}/award-preview`),
  });
  const names = new Map(
    (students.data?.data ?? []).map(({ studentNo, familyName, givenNames }) => [
      studentNo,
      `${familyName}, ${givenNames} (${studentNo})`,
    ]),
  );
  const nameOf = (studentNo: string): string => names.get(studentNo) ?? studentNo;
  const made = rows.filter(isMade);
  const waiting = rows.filter(({ outcome }) => outcome === 'SECOND_APPROVER_REQUIRED');
  const refused = rows.filter(({ outcome }) => !['APPLIED', 'UNCHANGED', 'SECOND_APPROVER_REQUIRED'].includes(outcome));
  const { certificates, lines, letters, unchanged } = totals;
  return (
    <>
      <Part title={`✗ ${t.lose}`} rows={made.filter((row) => change(row) < 0)} nameOf={nameOf} />
      <Part title={`✓ ${t.gain}`} rows={made.filter((row) => change(row) > 0)} nameOf={nameOf} />
      <Part title={`● ${t.same}`} rows={made.filter((row) => change(row) === 0)} nameOf={nameOf} />
      <Part title={`◐ ${t.waiting}`} rows={waiting} nameOf={nameOf} />
      <Part title={`⚠ ${t.refused}`} rows={refused} nameOf={nameOf} />
      <ul class="ds-list">
        <li>{t.totals(number(certificates.issued), number(certificates.replaced), number(certificates.revoked))}</li>
        <li>{t.lines(number(lines.add), number(lines.correct), number(lines.revoke))}</li>
        <li>{t.letters(number(letters.sent))}</li>
        {unchanged > 0 && <li>{t.unchanged(number(unchanged))}</li>}
      </ul>
    </>
  );
};

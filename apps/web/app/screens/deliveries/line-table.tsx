import { useQuery } from '@tanstack/preact-query';
import { Link, useLocation } from 'wouter-preact';
import type { CertificateView } from '../../../../../libs/certificates/src/http/certificate.dto';
import type { LineReceiptsView, ReceiptsView } from '../../../../../libs/deliveries/src/http/acknowledgements.dto';
import type { ExportWithLines } from '../../../../../libs/deliveries/src/http/exports.dto';
import { getAll, send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { ProblemNote } from '../../kit/problem';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { useUrlState } from '../../kit/url-state';
import { useNames } from '../certificates/names';
import { actionText, type LineState, stateText } from './texts';

const t = inLanguage({
  nb: {
    caption: 'Linjene og kvitteringene',
    name: 'Navn',
    certificate: 'Bevis',
    action: 'Handling',
    points: 'Poeng',
    state: 'Kvittering',
    says: 'Hva mottakeren sier, og hva som må gjøres',
    acts: 'Gjør',
    correct: 'Rett',
    revoke: 'Trekk',
    requeue: (n: string) => `Send ${n} på nytt`,
    requeued: (n: number) => `${number(n)} ${n === 1 ? 'linje' : 'linjer'} går igjen med neste levering.`,
    notRejected: 'Bare avviste linjer kan sendes på nytt.',
    again: 'har gått igjen i en senere levering',
    contradictory: '⚠ motsier seg selv: spør mottakeren',
    all: 'Alle',
    filter: 'Vis',
    none: 'Ingen linjer her.',
  },
  nn: {
    caption: 'Linjene og kvitteringane',
    name: 'Namn',
    certificate: 'Bevis',
    action: 'Handling',
    points: 'Poeng',
    state: 'Kvittering',
    says: 'Kva mottakaren seier, og kva som må gjerast',
    acts: 'Gjer',
    correct: 'Rett',
    revoke: 'Trekk',
    requeue: (n: string) => `Send ${n} på nytt`,
    requeued: (n: number) => `${number(n)} ${n === 1 ? 'linje' : 'linjer'} går igjen med neste levering.`,
    notRejected: 'Berre avviste linjer kan sendast på nytt.',
    again: 'har gått igjen i ei seinare levering',
    contradictory: '⚠ seier imot seg sjølv: spør mottakaren',
    all: 'Alle',
    filter: 'Vis',
    none: 'Ingen linjer her.',
  },
  en: {
    caption: 'The lines and their receipts',
    name: 'Name',
    certificate: 'Certificate',
    action: 'Act',
    points: 'Points',
    state: 'Receipt',
    says: 'What the receiver says, and what to do',
    acts: 'Do',
    correct: 'Correct',
    revoke: 'Revoke',
    requeue: (n: string) => `Send ${n} again`,
    requeued: (n: number) =>
      n === 1 ? '1 line goes again with the next delivery.' : `${number(n)} lines go again with the next delivery.`,
    notRejected: 'Only rejected lines can be sent again.',
    again: 'has gone again in a later delivery',
    contradictory: '⚠ contradicts itself: ask the receiver',
    all: 'All',
    filter: 'Show',
    none: 'No lines here.',
  },
});

const inAddress: Readonly<Record<LineState, string>> = {
  REJECTED: 'avvist',
  SENT: 'uten-svar',
  RECEIVED: 'mottatt',
  POSTED: 'fort',
};
const states = Object.keys(inAddress) as LineState[];

interface Row extends LineReceiptsView {
  readonly classId: string;
  readonly studentNo: string | undefined;
  readonly name: string;
}

/** Whose the certificates are, by number: of the classes that the lines are of. */
const useHolders = (classIds: readonly string[]): ReadonlyMap<string, CertificateView> => {
  const certificates = useQuery({
    queryKey: ['certificates', 'of-classes', ...classIds],
    queryFn: async () =>
      (await Promise.all(classIds.map((id) => getAll<CertificateView>('/certificates', { class: id })))).flat(),
  });
  return new Map((certificates.data ?? []).map((one) => [one.certificateNo, one]));
};

const saysOf = ({ code, receipts, contradictory, sentAgain }: Row): string =>
  [
    code && `${code.means} (${code.code}). ${code.action}`,
    receipts.at(-1)?.message && `«${receipts.at(-1)!.message}»`,
    contradictory && t.contradictory,
    sentAgain && t.again,
  ]
    .filter(Boolean)
    .join(' · ') || '–';

const columns: readonly Column<Row>[] = [
  { key: 'name', header: t.name, cell: ({ name }) => name, sortBy: ({ name }) => name, isName: true },
  {
    key: 'certificate',
    header: t.certificate,
    cell: ({ certificateNo, version }) => (
      <Link class="ds-link nowrap" href={`/bevis/${certificateNo}`}>
        {certificateNo} v{version}
      </Link>
    ),
    sortBy: ({ certificateNo }) => certificateNo,
    file: [{ value: ({ certificateNo, version }) => `${certificateNo} v${version}` }],
  },
  { key: 'action', header: t.action, cell: ({ action }) => actionText(action), sortBy: ({ action }) => action },
  {
    key: 'points',
    header: t.points,
    cell: ({ points }) => number(points),
    isNumber: true,
    file: [{ value: ({ points }) => points }],
  },
  {
    key: 'state',
    header: t.state,
    cell: ({ state }) => stateText(state),
    sortBy: ({ state }) => states.indexOf(state),
  },
  { key: 'says', header: t.says, cell: saysOf },
  {
    key: 'acts',
    header: t.acts,
    file: [],
    cell: ({ state, classId, studentNo, certificateNo, name }) =>
      state !== 'REJECTED' ? (
        '–'
      ) : (
        <span class="acts">
          <Link
            class="ds-link"
            href={`/poeng/${classId}/rettelser${studentNo ? `?student=${studentNo}` : ''}`}
            aria-label={`${t.correct} ${name}`}
          >
            {t.correct}
          </Link>
          <Link class="ds-link" href={`/bevis/${certificateNo}?trekk=1`} aria-label={`${t.revoke} ${name}`}>
            {t.revoke}
          </Link>
        </span>
      ),
  },
];

const Filters = ({ counts, all }: { readonly counts: Readonly<Record<LineState, number>>; readonly all: number }) => {
  const [path] = useLocation();
  const [shown] = useUrlState('vis');
  return (
    <nav class="groups" aria-label={t.filter}>
      <Link class="filter" href={path} aria-current={shown === undefined ? 'true' : undefined}>
        {t.all} <strong>{number(all)}</strong>
      </Link>
      {states.map((state) => (
        <Link
          key={state}
          class="filter"
          href={`${path}?vis=${inAddress[state]}`}
          aria-current={shown === inAddress[state] ? 'true' : undefined}
        >
          {stateText(state)} <strong>{number(counts[state])}</strong>
        </Link>
      ))}
    </nav>
  );
};

/** Sends rejected lines again, when what was wrong is mended without a new version. */
const Requeue = ({
  exportId,
  rows,
  onDone,
}: {
  readonly exportId: string;
  readonly rows: readonly Row[];
  readonly onDone: () => void;
}) => {
  const toast = useToast();
  const rejected = rows.filter(({ state, sentAgain }) => state === 'REJECTED' && !sentAgain);
  const requeue = useAct(async (lines: readonly { certificateNo: string; lineNo: number }[], key) => {
    const { requeued } = await send<{ requeued: number }>(`/exports/${exportId}/requeues`, { json: { lines }, key });
    toast({ text: t.requeued(requeued) });
  });
  return (
    <>
      <button
        type="button"
        class="ds-button"
        disabled={rejected.length === 0 || requeue.isSending}
        onClick={() =>
          void requeue
            .run(rejected.map(({ certificateNo, lineNo }) => ({ certificateNo, lineNo })))
            .then((done) => done && onDone())
        }
      >
        {t.requeue(number(rejected.length))}
      </button>
      {rejected.length < rows.length && <span class="quiet">{t.notRejected}</span>}
      {requeue.problem && <ProblemNote error={requeue.problem} />}
    </>
  );
};

interface LineTableProps {
  readonly of: ExportWithLines;
  readonly receipts: ReceiptsView;
}

/** Each line with what the receiver said of it, and what can be done about those that it refused. */
export const LineTable = ({ of: { id, lines, classId: first }, receipts }: LineTableProps) => {
  const [shown] = useUrlState('vis');
  const classIds = [...new Set(lines.map(({ classId }) => classId))];
  const holders = useHolders(classIds);
  const nameOf = useNames(first);
  const classOf = new Map(lines.map(({ certificateNo, classId }) => [certificateNo, classId]));
  const rows = receipts.lines.map((line): Row => {
    const studentNo = holders.get(line.certificateNo)?.studentNo;
    return {
      ...line,
      classId: classOf.get(line.certificateNo) ?? first,
      studentNo,
      name: studentNo ? nameOf(studentNo) : line.certificateNo,
    };
  });
  const { sent, received, rejected, posted } = receipts.counts;
  return (
    <>
      <Filters counts={{ SENT: sent, RECEIVED: received, REJECTED: rejected, POSTED: posted }} all={rows.length} />
      <Table
        caption={t.caption}
        rows={rows.filter(({ state }) => shown === undefined || inAddress[state] === shown)}
        columns={columns}
        rowKey={({ certificateNo, lineNo }) => `${certificateNo}.${lineNo}`}
        rowName={({ name }) => name}
        tools={{
          name: t.caption,
          person: ({ classId, studentNo }) => (studentNo ? { classId, studentNo } : undefined),
        }}
        chosenActs={(chosen, clear) => <Requeue exportId={id} rows={chosen} onDone={clear} />}
        empty={t.none}
      />
    </>
  );
};

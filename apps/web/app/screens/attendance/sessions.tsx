import { useState } from 'preact/hooks';
import { fileAddress, send } from '../../api/client';
import type { ListedClass } from '../../classes/classes';
import { useAct } from '../../kit/act';
import { Confirm, Dialog } from '../../kit/dialog';
import { ProblemNote } from '../../kit/problem';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import type { RegisterSummary } from './attendance-queries';
import { sessionHead } from './cell-words';

const t = inLanguage({
  nb: {
    sessions: 'Økter',
    session: 'Økt',
    present: 'Til stede',
    absent: 'Fravær',
    excused: 'Gyldig',
    unmarked: 'Ikke merket',
    status: 'Status',
    open: 'Åpen',
    unopened: 'Ikke begynt',
    locked: '■ Låst',
    judged: '■ Poengene er vurdert',
    conflicts: (n: number) => `⚠ ${n} uenighet`,
    acts: 'Handlinger',
    lock: 'Lås',
    lockTitle: 'Lås oppmøtet?',
    lockText: (n: number) =>
      n > 0
        ? `${n} er ikke merket og regnes som fraværende fra nå av. Senere endringer krever en årsak.`
        : 'Alle er merket. Senere endringer krever en årsak.',
    lockDo: 'Lås økten',
    phone: 'Ta oppmøte',
    sheet: 'Skjema (PDF)',
    import: 'Les inn skjema',
    importText: 'CSV eller xlsx med kolonnene radkode og oppmøte (T, F, G). Samme fil en gang til endrer ingenting.',
    file: 'Fil',
    read: 'Les inn',
    result: (n: number, same: number, none: number) => `${n} ført, ${same} uendret, ${none} ikke merket i skjemaet.`,
    rejected: (n: number) => `${n} rader ble ikke tatt inn:`,
    row: 'rad',
    none: 'Ingen økter.',
  },
  nn: {
    sessions: 'Økter',
    session: 'Økt',
    present: 'Til stades',
    absent: 'Fråvær',
    excused: 'Gyldig',
    unmarked: 'Ikkje merkt',
    status: 'Status',
    open: 'Open',
    unopened: 'Ikkje byrja',
    locked: '■ Låst',
    judged: '■ Poenga er vurderte',
    conflicts: (n: number) => `⚠ ${n} usemje`,
    acts: 'Handlingar',
    lock: 'Lås',
    lockTitle: 'Låse oppmøtet?',
    lockText: (n: number) =>
      n > 0
        ? `${n} er ikkje merkte og blir rekna som fråverande frå no av. Seinare endringar krev ei årsak.`
        : 'Alle er merkte. Seinare endringar krev ei årsak.',
    lockDo: 'Lås økta',
    phone: 'Ta oppmøte',
    sheet: 'Skjema (PDF)',
    import: 'Les inn skjema',
    importText: 'CSV eller xlsx med kolonnane radkode og oppmøte (T, F, G). Same fil ein gong til endrar ingenting.',
    file: 'Fil',
    read: 'Les inn',
    result: (n: number, same: number, none: number) => `${n} førte, ${same} uendra, ${none} ikkje merkte i skjemaet.`,
    rejected: (n: number) => `${n} rader blei ikkje tekne inn:`,
    row: 'rad',
    none: 'Ingen økter.',
  },
  en: {
    sessions: 'Sessions',
    session: 'Session',
    present: 'Present',
    absent: 'Absent',
    excused: 'Excused',
    unmarked: 'Not marked',
    status: 'Status',
    open: 'Open',
    unopened: 'Not begun',
    locked: '■ Locked',
    judged: '■ Credits are judged',
    conflicts: (n: number) => `⚠ ${n} disagreement${n === 1 ? '' : 's'}`,
    acts: 'Acts',
    lock: 'Lock',
    lockTitle: 'Lock the attendance?',
    lockText: (n: number) =>
      n > 0
        ? `${n} are not marked and count as absent from now on. Later changes need a reason.`
        : 'All are marked. Later changes need a reason.',
    lockDo: 'Lock the session',
    phone: 'Take attendance',
    sheet: 'Sheet (PDF)',
    import: 'Read a sheet in',
    importText: 'CSV or xlsx with the columns row_code and presence (T, F, G). The same file again changes nothing.',
    file: 'File',
    read: 'Read in',
    result: (n: number, same: number, none: number) =>
      `${n} recorded, ${same} unchanged, ${none} not marked on the sheet.`,
    rejected: (n: number) => `${n} rows were not taken:`,
    row: 'row',
    none: 'No sessions.',
  },
});

const registerOf = (classId: string, session: string): string =>
  `/classes/${classId}/registers/${encodeURIComponent(session)}`;

const statusOf = (one: RegisterSummary): string => {
  switch (one.status) {
    case 'unopened':
      return t.unopened;
    case 'open':
      return t.open;
    case 'locked':
      return one.lockedFor === 'AWARDS_JUDGED' ? t.judged : t.locked;
  }
};

interface SheetAnswer {
  readonly recorded: number;
  readonly unchanged: number;
  readonly notMarked: number;
  readonly rejected: readonly { readonly row: number; readonly message: string }[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const SheetImport = ({ classId, one, onClose }: { classId: string; one: RegisterSummary; onClose: () => void }) => {
  const [file, setFile] = useState<File | undefined>(undefined);
  const [answer, setAnswer] = useState<SheetAnswer | undefined>(undefined);
  const act = useAct(async (given: File, key) => {
    const type = given.name.toLowerCase().endsWith('.xlsx') ? XLSX : 'text/csv';
    const body = { file: given, type };
    setAnswer(await send<SheetAnswer>(`${registerOf(classId, one.session)}/sheet-imports`, { body, key }));
  });
  const read = (event: Event): void => {
    event.preventDefault();
    if (file) void act.run(file);
  };
  return (
    <Dialog title={`${t.import}: ${sessionHead(one).short}`} onClose={onClose}>
      <form class="stack" onSubmit={read}>
        <p>{t.importText}</p>
        <label class="ds-field">
          <span class="ds-label">{t.file}</span>
          <input
            type="file"
            class="ds-input"
            accept=".csv,.xlsx"
            onChange={({ currentTarget }) => setFile(currentTarget.files?.[0])}
          />
        </label>
        {act.problem && <ProblemNote error={act.problem} />}
        {answer && (
          <div role="status">
            <p>{t.result(answer.recorded, answer.unchanged, answer.notMarked)}</p>
            {answer.rejected.length > 0 && (
              <>
                <p>{t.rejected(answer.rejected.length)}</p>
                <ul class="ds-list">
                  {answer.rejected.map(({ row, message }) => (
                    <li key={row}>
                      {t.row} {row}: {message}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
        <div class="acts">
          <button type="submit" class="ds-button" disabled={!file || act.isSending}>
            {t.read}
          </button>
        </div>
      </form>
    </Dialog>
  );
};

interface SessionsProps {
  readonly of: ListedClass;
  readonly sessions: readonly RegisterSummary[];
  readonly now: string;
}

/** The sessions of a gathering: how many, locked or not, and their sheets on paper. */
export const Sessions = ({ of, sessions, now }: SessionsProps) => {
  const [locking, setLocking] = useState<RegisterSummary | undefined>(undefined);
  const [importing, setImporting] = useState<RegisterSummary | undefined>(undefined);
  const lock = useAct(({ session }: RegisterSummary, key) =>
    send(`${registerOf(of.id, session)}/locks`, { json: {}, key }),
  );
  const isOver = ({ startsAt, hours }: RegisterSummary): boolean =>
    Date.parse(startsAt) + hours * 3_600_000 <= Date.parse(now);
  const count = (key: 'present' | 'absent' | 'excused' | 'unmarked'): Column<RegisterSummary> => ({
    key,
    header: t[key],
    cell: (one) => one[key],
    sortBy: (one) => one[key],
    isNumber: true,
  });
  const columns: readonly Column<RegisterSummary>[] = [
    {
      key: 'session',
      header: t.session,
      cell: (one) => sessionHead(one).long,
      isName: true,
      sortBy: (one) => one.startsAt,
    },
    count('present'),
    count('absent'),
    count('excused'),
    count('unmarked'),
    {
      key: 'status',
      header: t.status,
      cell: (one) => (
        <>
          {statusOf(one)} {one.conflicts > 0 && t.conflicts(one.conflicts)}
        </>
      ),
    },
    {
      key: 'acts',
      header: t.acts,
      cell: (one) => (
        <div class="acts">
          <a class="ds-link" href={`/oppmote/${of.id}/${one.session}`}>
            {t.phone}
          </a>
          <a class="ds-link" href={fileAddress(`${registerOf(of.id, one.session)}/sheet.pdf`)}>
            {t.sheet}
          </a>
          <button type="button" class="ds-button" data-variant="tertiary" onClick={() => setImporting(one)}>
            {t.import}
          </button>
          {one.status !== 'locked' && isOver(one) && (
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => setLocking(one)}>
              {t.lock}
            </button>
          )}
        </div>
      ),
    },
  ];
  return (
    <>
      <Table caption={t.sessions} rows={sessions} columns={columns} rowKey={({ session }) => session} empty={t.none} />
      {importing && <SheetImport classId={of.id} one={importing} onClose={() => setImporting(undefined)} />}
      {locking && (
        <Confirm
          title={`${t.lockTitle} ${sessionHead(locking).short}`}
          act={lock}
          input={locking}
          confirm={t.lockDo}
          onClose={() => setLocking(undefined)}
          onDone={() => setLocking(undefined)}
        >
          <p>{t.lockText(locking.unmarked)}</p>
        </Confirm>
      )}
    </>
  );
};

import { useState } from 'preact/hooks';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import {
  type ApplicationRecord,
  type Chosen,
  checkFile,
  checkRecords,
  type FileChecked,
  type Imported,
  importRecords,
  type RejectedRow,
} from './check-data';
import { refusalWords } from './check-words';
import { ChooseColumns } from './choose-columns';
import { download } from './csv';
import { FlaggedRows } from './flagged-rows';
import type { IntakeView } from './intake-data';
import { IntakePage } from './intake-page';
import { OtherFiles } from './other-files';

const t = inLanguage({
  nb: {
    title: 'Søknader',
    step1: '1 Fil',
    step2: '2 Kontroll',
    step3: '3 Importer',
    choose: 'Fil med søknader (CSV eller xlsx)',
    checking: 'Kontrollerer filen …',
    rows: 'rader',
    recognised: 'kolonner gjenkjent',
    unused: 'brukes ikke',
    ok: 'kan tas inn',
    unchanged: 'er tatt inn før og er uendret',
    replaced: 'erstattet av en nyere søknad',
    refused: 'avvist',
    onlyRefused: 'Vis bare avviste',
    download: 'Last ned rejected-rows.csv',
    again: 'Samme fil en gang til endrer ingenting.',
    left: 'tas ikke inn. Rett dem over, eller last dem ned og ta inn en rettet fil senere.',
    import: 'Importer',
    nothing: 'Filen er tatt inn før. Den endrer ingenting.',
    done: 'søknader er tatt inn',
    decided: 'Det er gitt tilbud i opptaket. Grunnlaget endres ikke lenger, og nye filer tas ikke inn.',
  },
  nn: {
    title: 'Søknader',
    step1: '1 Fil',
    step2: '2 Kontroll',
    step3: '3 Importer',
    choose: 'Fil med søknader (CSV eller xlsx)',
    checking: 'Kontrollerer fila …',
    rows: 'rader',
    recognised: 'kolonnar kjende att',
    unused: 'blir ikkje brukte',
    ok: 'kan takast inn',
    unchanged: 'er tekne inn før og er uendra',
    replaced: 'erstatta av ein nyare søknad',
    refused: 'avviste',
    onlyRefused: 'Vis berre avviste',
    download: 'Last ned rejected-rows.csv',
    again: 'Same fila ein gong til endrar ingenting.',
    left: 'blir ikkje tekne inn. Rett dei over, eller last dei ned og ta inn ei retta fil seinare.',
    import: 'Importer',
    nothing: 'Fila er teken inn før. Ho endrar ingenting.',
    done: 'søknader er tekne inn',
    decided: 'Det er gitt tilbod i opptaket. Grunnlaget blir ikkje endra lenger, og nye filer blir ikkje tekne inn.',
  },
  en: {
    title: 'Applications',
    step1: '1 File',
    step2: '2 Check',
    step3: '3 Import',
    choose: 'File of applications (CSV or xlsx)',
    checking: 'Checking the file …',
    rows: 'rows',
    recognised: 'columns recognised',
    unused: 'are not used',
    ok: 'can be taken in',
    unchanged: 'were taken in before and are unchanged',
    replaced: 'superseded by a later application',
    refused: 'refused',
    onlyRefused: 'Show refused ones only',
    download: 'Download rejected-rows.csv',
    again: 'The same file again changes nothing.',
    left: 'are not taken in. Mend them above, or download them and take in a corrected file later.',
    import: 'Import',
    nothing: 'The file has been taken in before. It changes nothing.',
    done: 'applications have been taken in',
    decided: 'Offers have been made in the intake. What they rest on is fixed, and no new files are taken in.',
  },
});

const saveRefused = (rejected: readonly RejectedRow[]): void =>
  download(
    'rejected-rows.csv',
    ['file', 'row', 'application_no', 'code', 'message'],
    rejected.map(({ row, applicationNo, code }) => [
      'applications.csv',
      String(row),
      applicationNo,
      code,
      refusalWords[code][0],
    ]),
  );

const Counts = ({ file }: { readonly file: FileChecked }) => {
  const { check, columns, missing, name, records } = file;
  const known = columns.filter(({ column }) => column !== null).length;
  const unused = columns.filter(({ column }) => column === null).map(({ header }) => header);
  return (
    <>
      <p>
        {name} ({number(records.length)} {t.rows}) → {t.recognised} {number(known)}/{number(known + missing.length)}
        {unused.length > 0 && `; ${unused.join(', ')} ${t.unused}`}
      </p>
      {check && (
        <p role="status">
          <strong>
            ✓ {number(check.takenIn)} {t.ok}
          </strong>
          {check.unchanged > 0 && `, ${number(check.unchanged)} ${t.unchanged}`}
          {check.replaced.length > 0 && ` (↷ ${number(check.replaced.length)} ${t.replaced})`}
          {check.rejected.length > 0 && (
            <strong>
              {' '}
              · ✗ {number(check.rejected.length)} {t.refused}
            </strong>
          )}
        </p>
      )}
    </>
  );
};

const Import = ({
  intake,
  file,
  onDone,
}: {
  readonly intake: string;
  readonly file: FileChecked;
  readonly onDone: (done: Imported) => void;
}) => {
  const act = useAct(async (records: FileChecked['records'], key) => onDone(await importRecords(intake, records, key)));
  const { takenIn, rejected } = file.check!;
  return (
    <section class="stack" aria-labelledby="step-3">
      <h2 class="ds-heading" data-size="xs" id="step-3">
        {t.step3}
      </h2>
      {rejected.length > 0 && (
        <p>
          {number(rejected.length)} {t.rows} {t.left}
        </p>
      )}
      <p>{takenIn === 0 ? t.nothing : t.again}</p>
      {act.problem && <ProblemNote error={act.problem} />}
      <button
        type="button"
        class="ds-button"
        disabled={act.isSending || takenIn === 0}
        aria-busy={act.isSending}
        onClick={() => void act.run(file.records)}
      >
        {t.import} {number(takenIn)}
      </button>
    </section>
  );
};

const TakeIn = ({ intake }: { readonly intake: IntakeView }) => {
  const [raw, setRaw] = useState<File | undefined>(undefined);
  const [file, setFile] = useState<FileChecked | undefined>(undefined);
  const [imported, setImported] = useState<Imported | undefined>(undefined);
  const [only, setOnly] = useUrlState('vis');
  const look = useAct(async ({ of, chosen }: { readonly of: File; readonly chosen: Chosen }) => {
    setImported(undefined);
    setFile(await checkFile(intake.id, of, chosen));
  });
  const onMend = async (row: number, record: ApplicationRecord): Promise<RejectedRow | undefined> => {
    const records = file!.records.map((one, index) => (index === row - 1 ? record : one));
    const checked = await checkRecords(intake.id, file!, records);
    const still = checked.check!.rejected.find((one) => one.row === row);
    if (!still) setFile(checked);
    return still;
  };
  const onImported = async (done: Imported): Promise<void> => {
    setImported(done);
    setFile(await checkRecords(intake.id, file!, file!.records));
  };
  const refused = file?.check?.rejected ?? [];
  return (
    <>
      <section class="stack" aria-labelledby="step-1">
        <h2 class="ds-heading" data-size="xs" id="step-1">
          {t.step1}
        </h2>
        <label class="ds-field narrow">
          <span class="ds-label">{t.choose}</span>
          <input
            class="ds-input"
            type="file"
            accept=".csv,.xlsx,text/csv"
            onChange={({ currentTarget }) => {
              const of = currentTarget.files?.[0];
              setRaw(of);
              setFile(undefined);
              if (of) void look.run({ of, chosen: {} });
            }}
          />
        </label>
        {look.isSending && <p role="status">{t.checking}</p>}
        {look.problem && <ProblemNote error={look.problem} />}
      </section>
      {file && (
        <section class="stack" aria-labelledby="step-2">
          <h2 class="ds-heading" data-size="xs" id="step-2">
            {t.step2}
          </h2>
          <Counts file={file} />
          {imported && (
            <p class="ds-alert" data-color="success" role="status">
              {number(imported.takenIn)} {t.done}. {t.again}
            </p>
          )}
          {file.missing.length > 0 && (
            <ChooseColumns file={file} onChosen={(chosen) => void look.run({ of: raw!, chosen })} />
          )}
          {refused.length > 0 && (
            <div class="acts">
              <label class="choice-line">
                <input
                  type="checkbox"
                  class="ds-input"
                  checked={only === 'avviste'}
                  onChange={({ currentTarget }) => setOnly(currentTarget.checked ? 'avviste' : undefined)}
                />
                {t.onlyRefused}
              </label>
              <button type="button" class="ds-button" data-variant="secondary" onClick={() => saveRefused(refused)}>
                {t.download}
              </button>
            </div>
          )}
          <FlaggedRows file={file} onlyRefused={only === 'avviste'} onMend={onMend} />
        </section>
      )}
      {file?.check && <Import intake={intake.id} file={file} onDone={(done) => void onImported(done)} />}
    </>
  );
};

const Applications = () => (
  <IntakePage title={t.title}>
    {(intake) => (
      <>
        {intake.status === 'open' ? <TakeIn intake={intake} /> : <p>{t.decided}</p>}
        <OtherFiles intake={intake} />
      </>
    )}
  </IntakePage>
);

export default Applications;

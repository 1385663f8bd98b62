import { useState } from 'preact/hooks';
import type { GradingOfAssessment } from '../../../../../libs/credits/src/domain/grading';
import type { ResultsPreviewView } from '../../../../../libs/credits/src/http/class-results.dto';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import type { ClassSummary } from './classes';
import { Mismatches } from './mismatches';
import { resultsCsv } from './result-csv';

const t = inLanguage({
  nb: {
    title: 'Ta inn resultatfil',
    file: 'Resultatfil (CSV eller Excel)',
    fileHint: 'Kolonner for studentnummer eller kandidatnummer og karakter; gjerne også sensor.',
    grader: 'Sensurert av',
    graderHint: 'Koden til den som har sensurert, der filen ikke sier det.',
    counts: (students: string, rows: string, without: string, unknown: string) =>
      `${students} i klassen │ ${rows} i fil │ ${without} uten resultat │ ${unknown} ukjent`,
    unchanged: (n: string) => `${n} er tatt inn før`,
    import: (n: string) => `Importer ${n}`,
    again: 'Samme fil en gang til endrer ingenting.',
    done: (n: number) => `${number(n)} ${n === 1 ? 'resultat' : 'resultater'} er tatt inn.`,
    nothing: 'Filen har ingen nye resultater.',
    checking: 'Kontrollerer filen …',
  },
  nn: {
    title: 'Ta inn resultatfil',
    file: 'Resultatfil (CSV eller Excel)',
    fileHint: 'Kolonnar for studentnummer eller kandidatnummer og karakter; gjerne òg sensor.',
    grader: 'Sensurert av',
    graderHint: 'Koden til den som har sensurert, der fila ikkje seier det.',
    counts: (students: string, rows: string, without: string, unknown: string) =>
      `${students} i klassen │ ${rows} i fil │ ${without} utan resultat │ ${unknown} ukjend`,
    unchanged: (n: string) => `${n} er tekne inn før`,
    import: (n: string) => `Importer ${n}`,
    again: 'Same fil ein gong til endrar ingenting.',
    done: (n: number) => `${number(n)} resultat ${n === 1 ? 'er teke' : 'er tekne'} inn.`,
    nothing: 'Fila har ingen nye resultat.',
    checking: 'Kontrollerer fila …',
  },
  en: {
    title: 'Take in a result file',
    file: 'Result file (CSV or Excel)',
    fileHint: 'Columns for student or candidate number and grade; preferably also the examiner.',
    grader: 'Graded by',
    graderHint: 'The code of whoever graded, where the file does not say so.',
    counts: (students: string, rows: string, without: string, unknown: string) =>
      `${students} in the class │ ${rows} in the file │ ${without} without a result │ ${unknown} unknown`,
    unchanged: (n: string) => `${n} were taken in before`,
    import: (n: string) => `Import ${n}`,
    again: 'The same file once more changes nothing.',
    done: (n: number) => (n === 1 ? '1 result is taken in.' : `${number(n)} results are taken in.`),
    nothing: 'The file has no new results.',
    checking: 'Checking the file …',
  },
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Asked {
  readonly file: Blob;
  readonly type: string;
  readonly gradedBy: string;
}

interface ResultFileProps {
  readonly of: ClassSummary;
  readonly grading: GradingOfAssessment;
  readonly onDone: () => void;
}

/** A result file: read, checked with what does not fit first, mended here, and taken in (ux.md A9). */
export const ResultFile = ({ of: { id }, grading, onDone }: ResultFileProps) => {
  const toast = useToast();
  const [gradedBy, setGradedBy] = useState('');
  const [file, setFile] = useState<File | undefined>();
  const [preview, setPreview] = useState<ResultsPreviewView | undefined>();
  const check = useAct(async ({ file: body, type, gradedBy: by }: Asked) => {
    const query = { assessment: grading.assessment, ...(by !== '' && { gradedBy: by }) };
    setPreview(await send<ResultsPreviewView>(`/classes/${id}/result-previews`, { query, body: { file: body, type } }));
  });
  const takeIn = useAct(async (rows: ResultsPreviewView['rows'], key) => {
    const body = { file: resultsCsv(rows), type: 'text/csv' };
    const { taken } = await send<{ taken: number }>(`/classes/${id}/result-imports`, { body, key });
    toast({ text: t.done(taken) });
  });
  const checkFile = (chosen: File | undefined, by: string): void => {
    if (!chosen) return;
    void check.run({ file: chosen, type: /\.xlsx$/i.test(chosen.name) ? XLSX : 'text/csv', gradedBy: by });
  };
  const match = (candidate: string, studentNo: string): void => {
    void check.run({ file: resultsCsv(preview!.rows, { [candidate]: studentNo }), type: 'text/csv', gradedBy });
  };
  const good = (preview?.rows ?? []).filter(({ outcome }) => outcome === 'TAKEN');
  const unknown = (preview?.rows ?? []).filter(({ code }) => code === 'UNKNOWN_STUDENT').length;
  return (
    <section class="ds-card stack" aria-labelledby="resultatfil">
      <h2 class="ds-heading" data-size="2xs" id="resultatfil">
        {t.title}
      </h2>
      <div class="fields">
        <div class="ds-field">
          <label class="ds-label" for="fil">
            {t.file}
          </label>
          <p class="quiet" id="fil-hint">
            {t.fileHint}
          </p>
          <input
            class="ds-input"
            id="fil"
            type="file"
            accept=".csv,.xlsx,text/csv"
            aria-describedby="fil-hint"
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0];
              setFile(chosen);
              checkFile(chosen, gradedBy);
            }}
          />
        </div>
        <div class="ds-field">
          <label class="ds-label" for="sensor">
            {t.grader}
          </label>
          <p class="quiet" id="sensor-hint">
            {t.graderHint}
          </p>
          <input
            class="ds-input"
            id="sensor"
            autocomplete="off"
            aria-describedby="sensor-hint"
            value={gradedBy}
            onChange={(event) => {
              const by = event.currentTarget.value.trim();
              setGradedBy(by);
              checkFile(file, by);
            }}
          />
        </div>
      </div>
      {check.isSending && !preview && <p role="status">{t.checking}</p>}
      {check.problem && <ProblemNote error={check.problem} />}
      {preview && (
        <>
          <p class="ds-paragraph" role="status">
            <strong>
              {t.counts(
                number(grading.students),
                number(preview.counts.rows),
                number(preview.withoutResult.length),
                number(unknown),
              )}
            </strong>
            {preview.counts.unchanged > 0 && ` │ ${t.unchanged(number(preview.counts.unchanged))}`}
          </p>
          <div class="stack">
            <Mismatches of={preview} onMatch={match} />
          </div>
          {takeIn.problem && <ProblemNote error={takeIn.problem} />}
          <div class="acts">
            <button
              type="button"
              class="ds-button"
              disabled={good.length === 0 || takeIn.isSending || check.isSending}
              onClick={() => void takeIn.run(good).then((done) => done && onDone())}
            >
              {t.import(number(good.length))}
            </button>
            <span class="quiet">{good.length === 0 ? t.nothing : t.again}</span>
          </div>
        </>
      )}
    </section>
  );
};

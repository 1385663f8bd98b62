import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { fileBody } from './csv';
import type { IntakeView } from './intake-data';

const t = inLanguage({
  nb: {
    title: 'Andre filer',
    register: 'HPR-registeret (hpr-register.csv)',
    municipalities: 'Kommunenavn (municipalities.csv)',
    assessments: 'Vurderinger (assessments.csv)',
    there: '✓ Lest inn',
    none: '○ Ikke lest inn',
    names: 'navn',
    given: 'vurderinger',
    sending: 'Leser inn …',
    taken: 'tatt inn',
    unchanged: 'uendret',
    passedOver: 'gjelder søknader som ikke er tatt inn',
    read: 'linjer lest',
  },
  nn: {
    title: 'Andre filer',
    register: 'HPR-registeret (hpr-register.csv)',
    municipalities: 'Kommunenamn (municipalities.csv)',
    assessments: 'Vurderingar (assessments.csv)',
    there: '✓ Lese inn',
    none: '○ Ikkje lese inn',
    names: 'namn',
    given: 'vurderingar',
    sending: 'Les inn …',
    taken: 'tekne inn',
    unchanged: 'uendra',
    passedOver: 'gjeld søknader som ikkje er tekne inn',
    read: 'linjer lesne',
  },
  en: {
    title: 'Further files',
    register: 'The HPR register (hpr-register.csv)',
    municipalities: 'Names of municipalities (municipalities.csv)',
    assessments: 'Assessments (assessments.csv)',
    there: '✓ Read in',
    none: '○ Not read in',
    names: 'names',
    given: 'assessments',
    sending: 'Reading …',
    taken: 'taken in',
    unchanged: 'unchanged',
    passedOver: 'are of applications that were not taken in',
    read: 'lines read',
  },
});

interface AssessmentImport {
  readonly taken: number;
  readonly unchanged: number;
  readonly passedOver: number;
}

interface OneFileProps {
  readonly label: string;
  readonly standing: string;
  readonly isOpen: boolean;
  /** Sends the file and says what came of it. */
  readonly onSend: (file: File, key: string) => Promise<string>;
}

const OneFile = ({ label, standing, isOpen, onSend }: OneFileProps) => {
  const [result, setResult] = useState('');
  const act = useAct(async (file: File, key) => setResult(await onSend(file, key)));
  return (
    <li class="stack">
      {isOpen ? (
        <label class="ds-field">
          <span class="ds-label">{label}</span>
          <span class="hint">{standing}</span>
          <input
            class="ds-input"
            type="file"
            accept=".csv,text/csv"
            disabled={act.isSending}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) void act.run(file);
            }}
          />
        </label>
      ) : (
        <p>
          {label}: {standing}
        </p>
      )}
      <p role="status">{act.isSending ? t.sending : result}</p>
      {act.problem && <ProblemNote error={act.problem} />}
    </li>
  );
};

/** The register, the municipalities and the assessments, each a file of its own. */
export const OtherFiles = ({ intake }: { readonly intake: IntakeView }) => {
  const at = `/intakes/${intake.id}`;
  const isOpen = intake.status === 'open';
  const put = (path: string) => async (file: File) => {
    const { entries } = await send<{ readonly entries: number }>(`${at}/${path}`, {
      method: 'PUT',
      body: fileBody(file),
    });
    return `✓ ${number(entries)} ${t.read}`;
  };
  const assess = async (file: File, key: string) => {
    const done = await send<AssessmentImport>(`${at}/assessment-imports`, { body: fileBody(file), key });
    const passed = done.passedOver > 0 ? `, ${number(done.passedOver)} ${t.passedOver}` : '';
    return `✓ ${number(done.taken)} ${t.taken}, ${number(done.unchanged)} ${t.unchanged}${passed}`;
  };
  const { municipalities, assessments } = intake;
  return (
    <section class="stack" aria-labelledby="other-files">
      <h2 class="ds-heading" data-size="xs" id="other-files">
        {t.title}
      </h2>
      <ul class="other-files">
        <OneFile
          label={t.register}
          standing={intake.hprRegister ? t.there : t.none}
          isOpen={isOpen}
          onSend={put('hpr-register')}
        />
        <OneFile
          label={t.municipalities}
          standing={municipalities > 0 ? `${t.there}: ${number(municipalities)} ${t.names}` : t.none}
          isOpen={isOpen}
          onSend={put('municipalities')}
        />
        <OneFile
          label={t.assessments}
          standing={assessments > 0 ? `${t.there}: ${number(assessments)} ${t.given}` : t.none}
          isOpen={isOpen}
          onSend={assess}
        />
      </ul>
    </section>
  );
};

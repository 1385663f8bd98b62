import { useId } from 'preact/hooks';
import { number } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import { isInOrder, programmesOf, type SaidCommission } from './commission-form';
import type { CohortLine } from './plan-data';

const t = inLanguage({
  nb: {
    bestiller: 'Bestiller, som Bergen kommune',
    orgnr: 'Organisasjonsnummer',
    kommune: 'Kommunenummer',
    studium: 'Studium',
    studiepoeng: 'Studiepoeng',
    klasser: 'Antall klasser',
    plasser: 'Plasser i hver klasse',
    sted: 'Sted',
    begynner: 'Begynner',
    slutter: 'Slutter',
    mal: 'Mal for samlingene',
    none: 'Ingen: en foreslått kalender',
    like: (code: string) => `Titler og lengder fra ${code}, uten rom og undervisere`,
    sum: (n: string) => `Bestilt til sammen: ${n} plasser. Klassene kan aldri få flere uten at bestillingen økes.`,
    backwards: 'Slutter før det begynner.',
  },
  nn: {
    bestiller: 'Bestillar, som Bergen kommune',
    orgnr: 'Organisasjonsnummer',
    kommune: 'Kommunenummer',
    studium: 'Studium',
    studiepoeng: 'Studiepoeng',
    klasser: 'Talet på klassar',
    plasser: 'Plassar i kvar klasse',
    sted: 'Stad',
    begynner: 'Byrjar',
    slutter: 'Sluttar',
    mal: 'Mal for samlingane',
    none: 'Ingen: ein føreslått kalender',
    like: (code: string) => `Titlar og lengder frå ${code}, utan rom og undervisarar`,
    sum: (n: string) => `Bestilt til saman: ${n} plassar. Klassane kan aldri få fleire utan at bestillinga blir auka.`,
    backwards: 'Sluttar før det byrjar.',
  },
  en: {
    bestiller: 'Commissioned by, such as Bergen kommune',
    orgnr: 'Organisation number',
    kommune: 'Municipality number',
    studium: 'Programme',
    studiepoeng: 'ECTS credits',
    klasser: 'Number of classes',
    plasser: 'Places in each class',
    sted: 'Site',
    begynner: 'Begins',
    slutter: 'Ends',
    mal: 'Template of the gatherings',
    none: 'None: a suggested calendar',
    like: (code: string) => `Titles and lengths from ${code}, without rooms and teachers`,
    sum: (n: string) =>
      `Commissioned in all: ${n} places. The classes never have more unless the commission is raised.`,
    backwards: 'Ends before it begins.',
  },
});

interface CommissionFieldsProps {
  readonly cohorts: readonly CohortLine[];
  readonly said: SaidCommission;
  readonly onChange: (said: SaidCommission) => void;
}

type Typed = Exclude<keyof SaidCommission, 'studium' | 'mal'>;

/** Who commissions a cohort, of what, for how many, when and where. */
export const CommissionFields = ({ cohorts, said, onChange }: CommissionFieldsProps) => {
  const id = useId();
  const field = (key: Typed, input: object) => (
    <label class="ds-field">
      <span class="ds-label">{t[key]}</span>
      <input
        class="ds-input"
        required
        {...input}
        value={said[key]}
        onInput={({ currentTarget }) => onChange({ ...said, [key]: currentTarget.value })}
      />
    </label>
  );
  const choice = (key: 'studium' | 'mal', options: readonly (readonly [value: string, text: string])[]) => (
    <div class="ds-field">
      <label class="ds-label" for={`${id}-${key}`}>
        {t[key]}
      </label>
      <select
        id={`${id}-${key}`}
        class="ds-input"
        value={said[key]}
        onChange={({ currentTarget }) => onChange({ ...said, [key]: currentTarget.value })}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <>
      {field('bestiller', { maxLength: 300 })}
      <div class="plan-day">
        {field('orgnr', { pattern: '[0-9]{9}', inputMode: 'numeric', maxLength: 9 })}
        {field('kommune', { pattern: '[0-9]{4}', inputMode: 'numeric', maxLength: 4 })}
      </div>
      {choice(
        'studium',
        programmesOf(cohorts).map(({ code, title }) => [code, title]),
      )}
      <div class="plan-day">
        {field('studiepoeng', { type: 'number', min: 0, max: 300, step: 0.5 })}
        {field('klasser', { type: 'number', min: 1, max: 20 })}
        {field('plasser', { type: 'number', min: 1, max: 1_000 })}
      </div>
      <p class="subtle">{t.sum(number(Number(said.klasser) * Number(said.plasser)))}</p>
      {field('sted', { maxLength: 64 })}
      <div class="plan-day">
        {field('begynner', { type: 'date', min: '2000-01-01', max: '2099-12-31' })}
        {field('slutter', { type: 'date', min: '2000-01-01', max: '2099-12-31' })}
      </div>
      {!isInOrder(said) && (
        <p class="ds-validation-message" role="alert">
          {t.backwards}
        </p>
      )}
      {choice('mal', [['', t.none], ...cohorts.map(({ code }) => [code, t.like(code)] as const)])}
    </>
  );
};

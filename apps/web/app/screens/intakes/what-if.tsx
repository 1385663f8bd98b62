import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { Changes } from './changes';
import type { IntakeView } from './intake-data';
import type { ChangedOutcomeView } from './ranking-data';

const t = inLanguage({
  nb: {
    title: 'Hva om …?',
    about: 'Endre plasser, tak, tillegg eller frø, og se hvem det flytter i første runde. Ingenting lagres.',
    places: 'plasser',
    earmarked: 'av dem for leger',
    cap: 'Tak per kommune og klasse',
    recommendation: 'Tillegg for anbefaling',
    services: 'Tillegg for flere tjenester i kommunen',
    seed: 'Frø for trekningen',
    look: 'Se hvem det flytter',
  },
  nn: {
    title: 'Kva om …?',
    about: 'Endre plassar, tak, tillegg eller frø, og sjå kven det flyttar i første runde. Ingenting blir lagra.',
    places: 'plassar',
    earmarked: 'av dei for legar',
    cap: 'Tak per kommune og klasse',
    recommendation: 'Tillegg for tilråding',
    services: 'Tillegg for fleire tenester i kommunen',
    seed: 'Frø for trekkinga',
    look: 'Sjå kven det flyttar',
  },
  en: {
    title: 'What if …?',
    about: 'Change places, cap, bonus or seed, and see who is moved in the first round. Nothing is stored.',
    places: 'places',
    earmarked: 'of them for physicians',
    cap: 'Cap per municipality and class',
    recommendation: 'Bonus for a recommendation',
    services: 'Bonus for several services in the municipality',
    seed: 'Seed of the draw',
    look: 'See who is moved',
  },
});

type Settings = Pick<IntakeView['settings'], 'classes' | 'maxPerMunicipalityPerClass' | 'bonus' | 'lotterySeed'>;

const supposition = ({ classes, ...rest }: Settings) => ({
  ...rest,
  classes: classes.map(({ code, capacity, earmarkedPhysicianPlaces }) => ({
    code,
    capacity,
    earmarkedPhysicianPlaces,
  })),
});

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

const NumberField = ({ label, value, step = 1, onChange }: NumberFieldProps) => (
  <label class="ds-field">
    <span class="ds-label">{label}</span>
    <input
      class="ds-input"
      type="number"
      min={0}
      step={step}
      required
      value={value}
      onInput={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
    />
  </label>
);

/** Another ranking by other rules, and whom it would move (peers.md W8). */
export const WhatIf = ({ intake }: { readonly intake: IntakeView }) => {
  const { classes, maxPerMunicipalityPerClass, bonus, lotterySeed } = intake.settings;
  const [supposed, setSupposed] = useState<Settings>({ classes, maxPerMunicipalityPerClass, bonus, lotterySeed });
  const [changes, setChanges] = useState<readonly ChangedOutcomeView[] | undefined>(undefined);
  const act = useAct(async (input: Settings) =>
    setChanges(
      (
        await send<{ readonly data: readonly ChangedOutcomeView[] }>(`/intakes/${intake.id}/what-ifs`, {
          json: supposition(input),
        })
      ).data,
    ),
  );
  const setClass = (code: string, change: Partial<Settings['classes'][number]>): void =>
    setSupposed({
      ...supposed,
      classes: supposed.classes.map((one) => (one.code === code ? { ...one, ...change } : one)),
    });
  return (
    <details class="ds-details">
      <summary>{t.title}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void act.run(supposed);
        }}
      >
        <p>{t.about}</p>
        <div class="filters">
          {supposed.classes.map(({ code, capacity, earmarkedPhysicianPlaces }) => (
            <fieldset class="ds-fieldset" key={code}>
              <legend class="ds-label">{code}</legend>
              <NumberField
                label={t.places}
                value={capacity}
                onChange={(value) => setClass(code, { capacity: value })}
              />
              <NumberField
                label={t.earmarked}
                value={earmarkedPhysicianPlaces}
                onChange={(value) => setClass(code, { earmarkedPhysicianPlaces: value })}
              />
            </fieldset>
          ))}
          <NumberField
            label={t.cap}
            value={supposed.maxPerMunicipalityPerClass}
            onChange={(value) => setSupposed({ ...supposed, maxPerMunicipalityPerClass: value })}
          />
          <NumberField
            label={t.recommendation}
            step={0.5}
            value={supposed.bonus.recommendation}
            onChange={(value) => setSupposed({ ...supposed, bonus: { ...supposed.bonus, recommendation: value } })}
          />
          <NumberField
            label={t.services}
            step={0.5}
            value={supposed.bonus.sameMunicipalityDifferentService}
            onChange={(value) =>
              setSupposed({ ...supposed, bonus: { ...supposed.bonus, sameMunicipalityDifferentService: value } })
            }
          />
          <label class="ds-field">
            <span class="ds-label">{t.seed}</span>
            <input
              class="ds-input"
              required
              maxLength={64}
              value={supposed.lotterySeed}
              onInput={({ currentTarget }) => setSupposed({ ...supposed, lotterySeed: currentTarget.value })}
            />
          </label>
        </div>
        {act.problem && <ProblemNote error={act.problem} />}
        <button type="submit" class="ds-button" data-variant="secondary" aria-busy={act.isSending}>
          {t.look}
        </button>
      </form>
      {changes && <Changes changes={changes} />}
    </details>
  );
};

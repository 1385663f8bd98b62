import { useState } from 'preact/hooks';
import { Dialog } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import type { Plan, PlanClass } from './plan-data';

const t = inLanguage({
  nb: {
    title: (code: string) => `Klassen ${code} i utkastet`,
    code: 'Kode',
    taken: 'En annen klasse i utkastet har denne koden.',
    site: 'Sted',
    places: 'Plasser',
    from: 'Begynner',
    to: 'Slutter',
    backwards: 'Klassen slutter før den begynner.',
    use: 'Bruk',
    drop: 'Ta ut klassen',
  },
  nn: {
    title: (code: string) => `Klassen ${code} i utkastet`,
    code: 'Kode',
    taken: 'Ein annan klasse i utkastet har denne koden.',
    site: 'Stad',
    places: 'Plassar',
    from: 'Byrjar',
    to: 'Sluttar',
    backwards: 'Klassen sluttar før han byrjar.',
    use: 'Bruk',
    drop: 'Ta ut klassen',
  },
  en: {
    title: (code: string) => `Class ${code} in the draft`,
    code: 'Code',
    taken: 'Another class of the draft has this code.',
    site: 'Site',
    places: 'Places',
    from: 'Begins',
    to: 'Ends',
    backwards: 'The class ends before it begins.',
    use: 'Use',
    drop: 'Take the class out',
  },
});

interface EditClassProps {
  readonly plan: Plan;
  readonly of: PlanClass;
  readonly onChange: (plan: Plan) => void;
  readonly onClose: () => void;
}

/** Changes a class of a draft: what it is called, where it meets, for how many and in which period; or takes it out. */
export const EditClass = ({ plan, of, onChange, onClose }: EditClassProps) => {
  const [said, setSaid] = useState({ ...of, places: String(of.capacity) });
  const capacity = Number(said.places);
  const isTaken = plan.classes.some((one) => one.code !== of.code && one.code === said.code);
  const isBackwards = said.startsOn > said.endsOn;
  const isReady = said.code !== '' && !isTaken && !isBackwards && Number.isInteger(capacity) && capacity > 0;
  const replace = (classes: readonly PlanClass[]): void => {
    onChange({ ...plan, classes });
    onClose();
  };
  const use = (event: Event): void => {
    event.preventDefault();
    const { places: _, ...rest } = said;
    if (isReady) replace(plan.classes.map((one) => (one === of ? { ...rest, capacity } : one)));
  };
  const field = (key: 'code' | 'site' | 'startsOn' | 'endsOn' | 'places', label: string, input: object) => (
    <label class="ds-field">
      <span class="ds-label">{label}</span>
      <input
        class="ds-input"
        required
        {...input}
        value={said[key]}
        onInput={({ currentTarget }) => setSaid({ ...said, [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <Dialog title={t.title(of.code)} onClose={onClose}>
      <form class="stack" onSubmit={use}>
        {field('code', t.code, { maxLength: 64 })}
        {field('site', t.site, { maxLength: 64 })}
        {field('places', t.places, { type: 'number', min: 1, max: 100_000 })}
        {field('startsOn', t.from, { type: 'date' })}
        {field('endsOn', t.to, { type: 'date' })}
        {(isTaken || isBackwards) && (
          <p class="ds-validation-message" role="alert">
            {isTaken ? t.taken : t.backwards}
          </p>
        )}
        <div class="acts">
          <button type="submit" class="ds-button" disabled={!isReady}>
            {t.use}
          </button>
          {plan.classes.length > 1 && (
            <button
              type="button"
              class="ds-button"
              data-variant="tertiary"
              onClick={() => replace(plan.classes.filter((one) => one !== of))}
            >
              {t.drop}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
};

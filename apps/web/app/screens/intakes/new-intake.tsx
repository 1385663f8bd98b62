import { useState } from 'preact/hooks';
import { get, send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime, number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { type IntakeLine, type IntakeView, sum } from './intake-data';

const t = inLanguage({
  nb: {
    title: 'Nytt opptak',
    file: 'Innstillinger fra fil (intake.json)',
    from: 'Eller med reglene fra et tidligere opptak',
    none: 'Velg opptak',
    unreadable: 'Filen har ikke innstillinger for et opptak. Velg en annen.',
    code: 'Kode',
    seed: 'Frø for trekningen',
    seedHelp: 'Kunngjør det før søknadsfristen. Alle kan regne ut trekningen av det.',
    opens: 'Søknader fra',
    closes: 'Søknadsfrist',
    places: 'Plasser',
    earmarked: 'av dem øremerket for leger',
    rounds: 'Runder',
    shifted: 'Alle datoer er flyttet 52 uker frem. Skal noe være annerledes, bruk en innstillingsfil.',
    fixed: 'Reglene ligger fast når opptaket er åpnet.',
    open: 'Åpne opptaket',
  },
  nn: {
    title: 'Nytt opptak',
    file: 'Innstillingar frå fil (intake.json)',
    from: 'Eller med reglane frå eit tidlegare opptak',
    none: 'Vel opptak',
    unreadable: 'Fila har ikkje innstillingar for eit opptak. Vel ei anna.',
    code: 'Kode',
    seed: 'Frø for trekkinga',
    seedHelp: 'Kunngjer det før søknadsfristen. Alle kan rekne ut trekkinga av det.',
    opens: 'Søknader frå',
    closes: 'Søknadsfrist',
    places: 'Plassar',
    earmarked: 'av dei øyremerkte for legar',
    rounds: 'Rundar',
    shifted: 'Alle datoar er flytte 52 veker fram. Skal noko vere annleis, bruk ei innstillingsfil.',
    fixed: 'Reglane ligg fast når opptaket er opna.',
    open: 'Opne opptaket',
  },
  en: {
    title: 'New intake',
    file: 'Settings from a file (intake.json)',
    from: 'Or with the rules of an earlier intake',
    none: 'Choose an intake',
    unreadable: 'The file has no settings of an intake. Choose another.',
    code: 'Code',
    seed: 'Seed of the draw',
    seedHelp: 'Publish it before the deadline. Anybody can work out the draw from it.',
    opens: 'Applications from',
    closes: 'Deadline',
    places: 'Places',
    earmarked: 'of them earmarked for physicians',
    rounds: 'Rounds',
    shifted: 'All dates are moved 52 weeks on. To change more, use a file of settings.',
    fixed: 'The rules are fixed once the intake is opened.',
    open: 'Open the intake',
  },
});

type Settings = IntakeView['settings'];

const WEEKS_52_MS = 52 * 7 * 86_400_000;

const later = (at: string): string => new Date(Date.parse(at) + WEEKS_52_MS).toISOString();
const laterDay = (day: string): string => later(`${day}T12:00:00Z`).slice(0, 10);

/** Next year's intake with the rules of this one: on the same weekdays. */
const nextYear = (settings: Settings): Settings => ({
  ...settings,
  intake: '',
  lotterySeed: '',
  window: { opensAt: later(settings.window.opensAt), closesAt: later(settings.window.closesAt) },
  rounds: settings.rounds.map(({ round, offersAt, replyBy }) => ({
    round,
    offersAt: later(offersAt),
    replyBy: later(replyBy),
  })),
  classes: settings.classes.map((one) => ({
    ...one,
    startsOn: laterDay(one.startsOn),
    endsOn: laterDay(one.endsOn),
  })),
});

const settingsOf = (text: string): Settings | undefined => {
  try {
    const read = JSON.parse(text) as Partial<Settings>;
    return read.intake && read.window && read.classes && read.rounds ? (read as Settings) : undefined;
  } catch {
    return undefined;
  }
};

const Summary = ({
  settings,
  onChange,
}: {
  readonly settings: Settings;
  readonly onChange: (to: Settings) => void;
}) => {
  const { intake, lotterySeed, window, classes, rounds } = settings;
  return (
    <>
      <label class="ds-field">
        <span class="ds-label">{t.code}</span>
        <input
          class="ds-input"
          required
          maxLength={64}
          value={intake}
          onInput={({ currentTarget }) => onChange({ ...settings, intake: currentTarget.value.trim() })}
        />
      </label>
      <label class="ds-field">
        <span class="ds-label">{t.seed}</span>
        <span class="hint">{t.seedHelp}</span>
        <input
          class="ds-input"
          required
          maxLength={64}
          value={lotterySeed}
          onInput={({ currentTarget }) => onChange({ ...settings, lotterySeed: currentTarget.value })}
        />
      </label>
      <dl class="facts">
        <dt>{t.opens}</dt>
        <dd>{dayAndTime(window.opensAt)}</dd>
        <dt>{t.closes}</dt>
        <dd>{dayAndTime(window.closesAt)}</dd>
        <dt>{t.places}</dt>
        <dd>
          {number(sum(classes, ({ capacity }) => capacity))},{' '}
          {number(sum(classes, ({ earmarkedPhysicianPlaces }) => earmarkedPhysicianPlaces))} {t.earmarked}:{' '}
          {classes.map(({ code, capacity }) => `${code} ${capacity}`).join(', ')}
        </dd>
        <dt>{t.rounds}</dt>
        <dd>{rounds.map(({ offersAt, replyBy }) => `${dayAndTime(offersAt)} – ${dayAndTime(replyBy)}`).join('; ')}</dd>
      </dl>
      <p>{t.fixed}</p>
    </>
  );
};

interface NewIntakeProps {
  readonly intakes: readonly IntakeLine[];
  readonly onClose: () => void;
  readonly onOpened: (code: string) => void;
}

/** Opens an intake by a file of settings, or by those of an earlier one a year later. */
export const NewIntake = ({ intakes, onClose, onOpened }: NewIntakeProps) => {
  const [settings, setSettings] = useState<Settings | undefined>(undefined);
  const [isShifted, setShifted] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);
  const act = useAct((input: Settings | undefined, key) => send('/intakes', { json: input, key }));
  const readFile = async (file: File | undefined): Promise<void> => {
    const read = file && settingsOf(await file.text());
    setUnreadable(file !== undefined && !read);
    setShifted(false);
    setSettings(read);
  };
  const copy = async (id: string): Promise<void> => {
    if (!id) return;
    const { settings: earlier } = await get<IntakeView>(`/intakes/${id}`);
    setUnreadable(false);
    setShifted(true);
    setSettings(nextYear(earlier));
  };
  return (
    <Confirm
      title={t.title}
      onClose={onClose}
      act={act}
      input={settings}
      confirm={t.open}
      isReady={settings !== undefined && settings.intake !== '' && settings.lotterySeed !== ''}
      onDone={() => onOpened(settings!.intake)}
    >
      <label class="ds-field">
        <span class="ds-label">{t.file}</span>
        <input
          class="ds-input"
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => void readFile(currentTarget.files?.[0])}
        />
      </label>
      {isUnreadable && (
        <p class="ds-validation-message" role="alert">
          {t.unreadable}
        </p>
      )}
      {intakes.length > 0 && (
        <label class="ds-field">
          <span class="ds-label">{t.from}</span>
          <select class="ds-input" onChange={({ currentTarget }) => void copy(currentTarget.value)}>
            <option value="">{t.none}</option>
            {intakes.map(({ id, code }) => (
              <option key={id} value={id}>
                {code}
              </option>
            ))}
          </select>
        </label>
      )}
      {isShifted && <p>{t.shifted}</p>}
      {settings && <Summary settings={settings} onChange={setSettings} />}
    </Confirm>
  );
};

import { useId } from 'preact/hooks';
import { inLanguage } from '../../kit/texts';
import {
  type Common,
  changed,
  daysOf,
  type GatheringChange,
  type PlannedGathering,
  roomOf,
  teachersOf,
} from './gathering-days';
import { isWholeDay, longSpan, weeksLater } from './spans';

const t = inLanguage({
  nb: {
    first: 'Første dag',
    earlier: '1 uke tidligere',
    later: '1 uke senere',
    becomes: (days: string) => `Blir ${days}`,
    same: 'Samme dager som før',
    where: 'Sted, rom og undervisere',
    venue: 'Sted',
    room: 'Rom, for alle øktene',
    teachers: 'Undervisere (koder, med komma mellom)',
    mixed: 'ulike i øktene: skriv for å gi alle det samme',
  },
  nn: {
    first: 'Første dag',
    earlier: '1 veke tidlegare',
    later: '1 veke seinare',
    becomes: (days: string) => `Blir ${days}`,
    same: 'Same dagar som før',
    where: 'Stad, rom og undervisarar',
    venue: 'Stad',
    room: 'Rom, for alle øktene',
    teachers: 'Undervisarar (kodar, med komma mellom)',
    mixed: 'ulike i øktene: skriv for å gi alle det same',
  },
  en: {
    first: 'First day',
    earlier: '1 week earlier',
    later: '1 week later',
    becomes: (days: string) => `Becomes ${days}`,
    same: 'The same days as before',
    where: 'Venue, room and teachers',
    venue: 'Venue',
    room: 'Room, of all sessions',
    teachers: 'Teachers (codes, with commas between)',
    mixed: 'differs by session: write to give all the same',
  },
});

interface GatheringFieldsProps {
  readonly gathering: PlannedGathering;
  readonly change: GatheringChange;
  readonly onChange: (change: GatheringChange) => void;
  /** Whether place, room and teachers are shown from the beginning. */
  readonly isWhereOpen: boolean;
}

/** An empty field says nothing where it was empty because the sessions differ. */
const said = ({ isMixed }: Common, text: string): string | undefined => (isMixed && text === '' ? undefined : text);

/** When and where a gathering is: the days by its first one, the same in all sessions. */
export const GatheringFields = ({ gathering, change, onChange, isWhereOpen }: GatheringFieldsProps) => {
  const id = useId();
  const before = daysOf(gathering);
  const startsOn = change.startsOn ?? before.startsOn;
  const [room, teachers] = [roomOf(gathering), teachersOf(gathering)];
  const shifted = (weeks: number): void => onChange({ ...change, startsOn: weeksLater(startsOn, weeks) });
  return (
    <>
      <div class="ds-field">
        <label class="ds-label" for={`${id}-day`}>
          {t.first}
        </label>
        <span class="plan-day">
          <input
            id={`${id}-day`}
            class="ds-input"
            type="date"
            // biome-ignore lint/a11y/noAutofocus: the dialog is opened to change the day
            autoFocus
            min="2000-01-01"
            max="2099-12-31"
            required
            value={startsOn}
            aria-describedby={`${id}-becomes`}
            onInput={({ currentTarget }) => onChange({ ...change, startsOn: currentTarget.value })}
          />
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => shifted(-1)}>
            <span aria-hidden="true">‹</span> {t.earlier}
          </button>
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => shifted(1)}>
            {t.later} <span aria-hidden="true">›</span>
          </button>
        </span>
        <span id={`${id}-becomes`} class="subtle">
          {startsOn === before.startsOn || !isWholeDay(startsOn)
            ? t.same
            : t.becomes(longSpan(daysOf(changed(gathering, { startsOn }))))}
        </span>
      </div>
      <details class="ds-details" open={isWhereOpen}>
        <summary>{t.where}</summary>
        <div class="stack">
          <label class="ds-field">
            <span class="ds-label">{t.venue}</span>
            <input
              class="ds-input"
              required
              maxLength={300}
              value={change.venue ?? gathering.venue}
              onInput={({ currentTarget }) => onChange({ ...change, venue: currentTarget.value })}
            />
          </label>
          <label class="ds-field">
            <span class="ds-label">{t.room}</span>
            <input
              class="ds-input"
              maxLength={64}
              placeholder={room.isMixed ? t.mixed : undefined}
              value={change.room ?? room.text}
              onInput={({ currentTarget }) => onChange({ ...change, room: said(room, currentTarget.value) })}
            />
          </label>
          <label class="ds-field">
            <span class="ds-label">{t.teachers}</span>
            <input
              class="ds-input"
              placeholder={teachers.isMixed ? t.mixed : undefined}
              value={change.teachers ?? teachers.text}
              onInput={({ currentTarget }) => onChange({ ...change, teachers: said(teachers, currentTarget.value) })}
            />
          </label>
        </div>
      </details>
    </>
  );
};

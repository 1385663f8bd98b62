import { useId } from 'preact/hooks';
import { clockTime, shortDay } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import { CallOffReasonField } from './call-off-reason';
import type { PlannedGathering, PlannedSession } from './gathering-days';
import { freshSession, type SaidSession, saidOf } from './session-form';

const t = inLanguage({
  nb: {
    session: 'Økt',
    fresh: 'En ny økt',
    what: 'Hva skal skje med den?',
    move: 'Den flyttes i tid, rom eller underviser',
    callOff: 'Den avlyses',
    title: 'Tittel',
    day: 'Dag',
    time: 'Klokkeslett',
    hours: 'Timer',
    room: 'Rom',
    teachers: 'Undervisere (koder, med komma mellom)',
  },
  nn: {
    session: 'Økt',
    fresh: 'Ei ny økt',
    what: 'Kva skal skje med ho?',
    move: 'Ho blir flytta i tid, rom eller undervisar',
    callOff: 'Ho blir avlyst',
    title: 'Tittel',
    day: 'Dag',
    time: 'Klokkeslett',
    hours: 'Timar',
    room: 'Rom',
    teachers: 'Undervisarar (kodar, med komma mellom)',
  },
  en: {
    session: 'Session',
    fresh: 'A new session',
    what: 'What shall become of it?',
    move: 'It is moved in time, room or teacher',
    callOff: 'It is called off',
    title: 'Title',
    day: 'Day',
    time: 'Time',
    hours: 'Hours',
    room: 'Room',
    teachers: 'Teachers (codes, with commas between)',
  },
});

const named = ({ startsAt, title, room }: PlannedSession, day: string): string =>
  [`${shortDay(day)} ${clockTime(startsAt)}`, ...(room ? [room] : []), title].join(' · ');

interface SessionFieldsProps {
  readonly gathering: PlannedGathering;
  readonly said: SaidSession;
  readonly onChange: (said: SaidSession) => void;
}

/** Which session of a gathering, and what shall become of it. */
export const SessionFields = ({ gathering, said, onChange }: SessionFieldsProps) => {
  const set = (more: Partial<SaidSession>): void => onChange({ ...said, ...more });
  const choose = (code: string): void => {
    const session = gathering.sessions.find((one) => one.code === code);
    onChange(session ? saidOf(session) : freshSession(gathering));
  };
  const id = useId();
  const isNew = said.code === '';
  const field = (key: 'title' | 'day' | 'time' | 'hours' | 'room' | 'teachers', input: object) => (
    <label class="ds-field">
      <span class="ds-label">{t[key]}</span>
      <input
        class="ds-input"
        {...input}
        value={said[key]}
        onInput={({ currentTarget }) => set({ [key]: currentTarget.value })}
      />
    </label>
  );
  const kind = (isCalledOff: boolean, text: string) => (
    <label class="choice-line">
      <input
        type="radio"
        class="ds-input"
        name="what"
        checked={said.isCalledOff === isCalledOff}
        onChange={() => set({ isCalledOff })}
      />
      {text}
    </label>
  );
  return (
    <>
      <div class="ds-field">
        <label class="ds-label" for={id}>
          {t.session}
        </label>
        <select
          id={id}
          class="ds-input"
          // biome-ignore lint/a11y/noAutofocus: the dialog is opened to choose a session
          autoFocus
          value={said.code}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          {gathering.sessions.map((session) => (
            <option key={session.code} value={session.code}>
              {named(session, saidOf(session).day)}
            </option>
          ))}
          <option value="">{t.fresh}</option>
        </select>
      </div>
      {!isNew && (
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{t.what}</legend>
          {kind(false, t.move)}
          {kind(true, t.callOff)}
        </fieldset>
      )}
      {said.isCalledOff ? (
        <CallOffReasonField value={said.reasonClass} onChange={(reasonClass) => set({ reasonClass })} />
      ) : (
        <>
          {isNew && field('title', { required: true, maxLength: 300 })}
          <div class="plan-day">
            {field('day', { type: 'date', required: true, min: '2000-01-01', max: '2099-12-31' })}
            {field('time', { type: 'time', required: true })}
            {isNew && field('hours', { type: 'number', required: true, min: 0.5, max: 12, step: 0.5 })}
          </div>
          {field('room', { maxLength: 64 })}
          {field('teachers', {})}
        </>
      )}
    </>
  );
};

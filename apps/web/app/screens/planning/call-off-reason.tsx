import { useId } from 'preact/hooks';
import { inLanguage } from '../../kit/texts';
import { type CallOffReason, callOffReasons } from './session-form';

const t = inLanguage({
  nb: {
    reason: 'Årsak',
    choose: 'Velg en årsak',
    about: 'Årsaken står i loggen. Den sendes ikke til noen.',
    reasons: {
      TEACHER_AWAY: 'Underviseren er borte',
      ROOM_UNAVAILABLE: 'Lokalet kan ikke brukes',
      TRAVEL_OR_WEATHER: 'Vær eller reise',
      TOO_FEW_STUDENTS: 'For få studenter',
      OTHER: 'Annet',
    },
  },
  nn: {
    reason: 'Årsak',
    choose: 'Vel ei årsak',
    about: 'Årsaka står i loggen. Ho blir ikkje send til nokon.',
    reasons: {
      TEACHER_AWAY: 'Undervisaren er borte',
      ROOM_UNAVAILABLE: 'Lokalet kan ikkje brukast',
      TRAVEL_OR_WEATHER: 'Vêr eller reise',
      TOO_FEW_STUDENTS: 'For få studentar',
      OTHER: 'Anna',
    },
  },
  en: {
    reason: 'Reason',
    choose: 'Choose a reason',
    about: 'The reason stands in the log. It is sent to nobody.',
    reasons: {
      TEACHER_AWAY: 'The teacher is away',
      ROOM_UNAVAILABLE: 'The room cannot be used',
      TRAVEL_OR_WEATHER: 'Weather or travel',
      TOO_FEW_STUDENTS: 'Too few students',
      OTHER: 'Other',
    },
  },
});

interface CallOffReasonProps {
  readonly value: CallOffReason | '';
  readonly onChange: (reason: CallOffReason | '') => void;
}

/** Why something is called off: by classes, since the log never has words about a person. */
export const CallOffReasonField = ({ value, onChange }: CallOffReasonProps) => {
  const id = useId();
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {t.reason}
      </label>
      <select
        id={id}
        class="ds-input"
        required
        value={value}
        aria-describedby={`${id}-about`}
        onChange={({ currentTarget }) => onChange(callOffReasons.find((one) => one === currentTarget.value) ?? '')}
      >
        <option value="">{t.choose}</option>
        {callOffReasons.map((one) => (
          <option key={one} value={one}>
            {t.reasons[one]}
          </option>
        ))}
      </select>
      <span id={`${id}-about`} class="subtle">
        {t.about}
      </span>
    </div>
  );
};

import { clockTime } from '../kit/dates';
import { Dialog } from '../kit/dialog';
import { inLanguage } from '../kit/texts';
import { rightTime } from './clock';
import type { Place, PresenceKind, RegisterAnswer } from './orders';
import { useDoor } from './use-door';

const t = inLanguage({
  nb: {
    title: 'Ferdig?',
    counts: (p: number, f: number, g: number, none: number) =>
      `${p} til stede, ${f} fravær, ${g} gyldig, ${none} ikke merket.`,
    becomes: 'Den som ikke er merket, regnes som fraværende når økten låses.',
    lock: 'Lås økten',
    lockAt: (time: string) => `Lås når økten er over, kl. ${time}`,
    leave: 'Ferdig uten å låse',
    noNetwork: 'Alt er lagret på enheten og sendes når nettet er tilbake.',
  },
  nn: {
    title: 'Ferdig?',
    counts: (p: number, f: number, g: number, none: number) =>
      `${p} til stades, ${f} fråvær, ${g} gyldig, ${none} ikkje merkte.`,
    becomes: 'Den som ikkje er merkt, blir rekna som fråverande når økta blir låst.',
    lock: 'Lås økta',
    lockAt: (time: string) => `Lås når økta er over, kl. ${time}`,
    leave: 'Ferdig utan å låse',
    noNetwork: 'Alt er lagra på eininga og blir sendt når nettet er tilbake.',
  },
  en: {
    title: 'Done?',
    counts: (p: number, f: number, g: number, none: number) =>
      `${p} present, ${f} absent, ${g} excused, ${none} not marked.`,
    becomes: 'Whoever is not marked counts as absent once the session is locked.',
    lock: 'Lock the session',
    lockAt: (time: string) => `Lock when the session is over, at ${time}`,
    leave: 'Done without locking',
    noNetwork: 'All is kept on the device, and sent when the network is back.',
  },
});

interface DoneProps {
  readonly place: Place;
  readonly register: RegisterAnswer;
  readonly presences: readonly (PresenceKind | undefined)[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** How many were there, and whether to lock. Needs no network. */
export const DoneDialog = ({ place, register, presences, onClose, onDone }: DoneProps) => {
  const [door, { offset, line }] = useDoor();
  const count = (presence: PresenceKind | undefined): number => presences.filter((one) => one === presence).length;
  const endsAt = new Date(Date.parse(register.startsAt) + register.hours * 3_600_000).toISOString();
  const isOver = endsAt <= rightTime(offset);
  const lock = (): void => {
    door.lock(place, endsAt);
    onDone();
  };
  const leave = (): void => {
    void door.send({ isUrgent: true });
    onDone();
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p class="answer">{t.counts(count('PRESENT'), count('ABSENT'), count('EXCUSED'), count(undefined))}</p>
      {count(undefined) > 0 && <p>{t.becomes}</p>}
      {!line.isOnline && <p>{t.noNetwork}</p>}
      <div class="acts">
        <button type="button" class="ds-button" onClick={lock}>
          {isOver ? t.lock : t.lockAt(clockTime(endsAt))}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" onClick={leave}>
          {t.leave}
        </button>
      </div>
    </Dialog>
  );
};

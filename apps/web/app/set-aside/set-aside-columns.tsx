import { send } from '../api/client';
import { type Act, useAct } from '../kit/act';
import { dayAndTime, number } from '../kit/dates';
import type { Column } from '../kit/table';
import { inLanguage } from '../kit/texts';
import { useToast } from '../kit/toasts';

const t = inLanguage({
  nb: {
    why: 'Hvorfor',
    since: 'Siden',
    tries: 'Forsøk',
    act: 'Gjør noe',
    again: 'Prøv igjen',
    againFor: (name: string) => `Prøv igjen: ${name}`,
    done: (name: string) => `${name}: prøves igjen nå.`,
    faults: {
      CertificateRefused: 'Grunnlaget kan ikke brukes',
      Crash: 'Arbeidet stanset brått hver gang',
      other: 'Teknisk feil',
    },
  },
  nn: {
    why: 'Kvifor',
    since: 'Sidan',
    tries: 'Forsøk',
    act: 'Gjer noko',
    again: 'Prøv igjen',
    againFor: (name: string) => `Prøv igjen: ${name}`,
    done: (name: string) => `${name}: blir prøvd igjen no.`,
    faults: {
      CertificateRefused: 'Grunnlaget kan ikkje brukast',
      Crash: 'Arbeidet stansa brått kvar gong',
      other: 'Teknisk feil',
    },
  },
  en: {
    why: 'Why',
    since: 'Since',
    tries: 'Tries',
    act: 'Do something',
    again: 'Try again',
    againFor: (name: string) => `Try again: ${name}`,
    done: (name: string) => `${name}: tried again now.`,
    faults: {
      CertificateRefused: 'What it is made from cannot be used',
      Crash: 'The work broke off every time',
      other: 'Technical fault',
    },
  },
});

/** What is known of work that was set aside, whatever it is about. */
export interface Trouble {
  readonly fault: string;
  readonly setAsideAt: string;
  readonly attempts: number;
}

const reasonOf = (fault: string): string =>
  fault === 'CertificateRefused' || fault === 'Crash' ? t.faults[fault] : t.faults.other;

/** Why, since when, and after how many tries. */
export const troubleColumns = <T extends Trouble>(): readonly Column<T>[] => [
  {
    key: 'why',
    header: t.why,
    cell: ({ fault }) => (
      <>
        {reasonOf(fault)} <code>{fault}</code>
      </>
    ),
    file: [{ value: ({ fault }) => `${reasonOf(fault)} ${fault}` }],
  },
  {
    key: 'since',
    header: t.since,
    cell: ({ setAsideAt }) => dayAndTime(setAsideAt),
    file: [{ type: 'instant', value: ({ setAsideAt }) => setAsideAt }],
  },
  {
    key: 'tries',
    header: t.tries,
    isNumber: true,
    cell: ({ attempts }) => number(attempts),
    file: [{ value: ({ attempts }) => attempts }],
  },
];

/** A job, by the id of the outbox, and how people call it. */
export interface JobCalled {
  readonly id: string;
  readonly name: string;
}

/** Has a job tried again. */
export const useRetry = () => {
  const toast = useToast();
  return useAct<JobCalled>(async ({ id, name }, key) => {
    await send(`/set-aside-jobs/${id}/retries`, { json: {}, key });
    toast({ text: t.done(name) });
  });
};

/** The button for it. */
export const retryColumn = <T,>(act: Act<JobCalled>, called: (of: T) => JobCalled): Column<T> => ({
  key: 'act',
  header: t.act,
  file: [],
  cell: (of) => (
    <button
      type="button"
      class="ds-button nowrap"
      data-variant="secondary"
      data-size="sm"
      disabled={act.isSending}
      aria-label={t.againFor(called(of).name)}
      onClick={() => void act.run(called(of))}
    >
      {t.again}
    </button>
  ),
});

import type { MoveConsequences } from '../../../../../libs/teaching/src/domain/move-consequences';
import { dayAndTime, number } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import type { CohortNamed } from './findings';
import type { MovePreviewView } from './plan-data';
import { PreviewHead } from './preview-head';
import { refusalReasons } from './refusal-reasons';
import { ToldList } from './told-list';

const t = inLanguage({
  nb: {
    head: 'Dette skjer',
    calendar: (n: string) => `Ny kalender for alle dem, og for klassen: ${n} kalendere.`,
    reminder: {
      MOVES: (days: number, at: string) => `Påminnelsen ${days} dager før sendes ${at} i stedet.`,
      STAYS: (days: number) => `Påminnelsen ${days} dager før blir stående.`,
      SENT_AGAIN: (days: number, at: string) => `Påminnelsen ${days} dager før er sendt, og sendes på nytt ${at}.`,
      NOT_SENT: (days: number) => `Påminnelsen ${days} dager før sendes ikke: beskjeden om flyttingen tar plassen.`,
    },
    nothing: 'Samlingen står slik allerede.',
    refused: 'Samlingen kan ikke flyttes dit.',
    reasons: {
      GATHERING_BEGUN: 'Den har begynt, og blir stående der den var.',
      IN_THE_PAST: 'Den ville ha begynt før i dag.',
    },
  },
  nn: {
    head: 'Dette skjer',
    calendar: (n: string) => `Ny kalender for alle dei, og for klassen: ${n} kalendrar.`,
    reminder: {
      MOVES: (days: number, at: string) => `Påminninga ${days} dagar før blir send ${at} i staden.`,
      STAYS: (days: number) => `Påminninga ${days} dagar før blir ståande.`,
      SENT_AGAIN: (days: number, at: string) => `Påminninga ${days} dagar før er send, og blir send på nytt ${at}.`,
      NOT_SENT: (days: number) => `Påminninga ${days} dagar før blir ikkje send: beskjeden om flyttinga tek plassen.`,
    },
    nothing: 'Samlinga står slik allereie.',
    refused: 'Samlinga kan ikkje flyttast dit.',
    reasons: {
      GATHERING_BEGUN: 'Ho har byrja, og blir ståande der ho var.',
      IN_THE_PAST: 'Ho ville ha byrja før i dag.',
    },
  },
  en: {
    head: 'What happens',
    calendar: (n: string) => `New calendar for all of them, and for the class: ${n} calendars.`,
    reminder: {
      MOVES: (days: number, at: string) => `The reminder ${days} days before is sent ${at} instead.`,
      STAYS: (days: number) => `The reminder ${days} days before stays.`,
      SENT_AGAIN: (days: number, at: string) => `The reminder ${days} days before was sent, and is sent again ${at}.`,
      NOT_SENT: (days: number) =>
        `The reminder ${days} days before is not sent: the notice of the move stands in for it.`,
    },
    nothing: 'The gathering stands there already.',
    refused: 'The gathering cannot be moved there.',
    reasons: {
      GATHERING_BEGUN: 'It has begun, and stays where it was.',
      IN_THE_PAST: 'It would have begun before today.',
    },
  },
});

const reminderText = ({ outcome, daysBefore, after }: MoveConsequences['reminders'][number]): string => {
  switch (outcome) {
    case 'MOVES':
    case 'SENT_AGAIN':
      return t.reminder[outcome](daysBefore, dayAndTime(after));
    case 'STAYS':
    case 'NOT_SENT':
      return t.reminder[outcome](daysBefore);
  }
};

const Consequences = ({ of, programme }: { readonly of: MoveConsequences; readonly programme: string }) => (
  <ToldList of={of} programme={programme} calendar={t.calendar(number(of.calendarFeeds))}>
    {(remindersAreOn) => remindersAreOn && of.reminders.map((one) => <li key={one.daysBefore}>{reminderText(one)}</li>)}
  </ToldList>
);

interface MovePreviewProps {
  readonly of: MovePreviewView;
  readonly number: number;
  readonly programme: string;
  readonly cohortNamed: CohortNamed;
}

/** What a move leads to, and for whom; or why it cannot be made. */
export const MovePreview = ({ of, number: at, programme, cohortNamed }: MovePreviewProps) => {
  const { refusal, consequences } = of;
  return (
    <>
      <PreviewHead
        refused={refusal ? { what: t.refused, why: refusalReasons(of, at, cohortNamed, t.reasons) } : undefined}
        warnings={of.warnings}
      />
      {!refusal && !consequences && <p class="ds-paragraph">{t.nothing}</p>}
      {!refusal && consequences && (
        <>
          <h3 class="ds-heading" data-size="2xs">
            {t.head}
          </h3>
          <Consequences of={consequences} programme={programme} />
        </>
      )}
    </>
  );
};

import type { SessionChangePreviewView } from '../../../../../libs/teaching/src/http/session-change-view';
import { dayAndTime, number as written } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import { AttendanceShiftLines } from './attendance-shift-lines';
import { useCohortNames } from './cohort-names';
import { findingsOf } from './findings';
import { refusalReasons } from './refusal-reasons';
import { ToldList } from './told-list';

const t = inLanguage({
  nb: {
    head: 'Dette skjer',
    calendar: (n: string) =>
      `Ny kalender for alle dem, og for klassen: ${n} kalendere. En økt som er avlyst, står som avlyst.`,
    added: (at: string) => `Ny økt ${at}.`,
    calledOff: (at: string) => `Økten ${at} er avlyst.`,
    moved: (from: string, to: string) => `Økten ${from} blir ${to}.`,
    place: (at: string) => `Økten ${at} får nytt rom eller ny underviser.`,
    final: 'Dette kan ikke angres: det som er sendt, er sendt.',
    nothing: 'Økten står slik allerede.',
    refused: 'Økten kan ikke endres slik.',
    reasons: {
      GATHERING_LENGTH:
        'Da får samlingen for få eller for mange dager, eller en dag uten økter. Flytt økten til en annen tid, eller avlys hele samlingen.',
      GATHERING_BEGUN: 'Samlingen er over. Rett heller oppmøtet.',
      SESSION_BEGUN: 'Oppmøtet er åpnet en time før økten begynner. Rett heller oppmøtet til dem det gjelder.',
      SESSION_IN_THE_PAST: 'Den ville ha begynt alt. Velg et tidspunkt som ligger foran oss.',
      SESSION_UNKNOWN: 'Den står ikke på planen lenger. Lukk vinduet og se på nytt.',
    },
  },
  nn: {
    head: 'Dette skjer',
    calendar: (n: string) =>
      `Ny kalender for alle dei, og for klassen: ${n} kalendrar. Ei økt som er avlyst, står som avlyst.`,
    added: (at: string) => `Ny økt ${at}.`,
    calledOff: (at: string) => `Økta ${at} er avlyst.`,
    moved: (from: string, to: string) => `Økta ${from} blir ${to}.`,
    place: (at: string) => `Økta ${at} får nytt rom eller ny undervisar.`,
    final: 'Dette kan ikkje angrast: det som er sendt, er sendt.',
    nothing: 'Økta står slik allereie.',
    refused: 'Økta kan ikkje endrast slik.',
    reasons: {
      GATHERING_LENGTH:
        'Då får samlinga for få eller for mange dagar, eller ein dag utan økter. Flytt økta til ei anna tid, eller avlys heile samlinga.',
      GATHERING_BEGUN: 'Samlinga er over. Rett heller oppmøtet.',
      SESSION_BEGUN: 'Oppmøtet er opna ein time før økta byrjar. Rett heller oppmøtet til dei det gjeld.',
      SESSION_IN_THE_PAST: 'Ho ville ha byrja alt. Vel eit tidspunkt som ligg framfor oss.',
      SESSION_UNKNOWN: 'Ho står ikkje på planen lenger. Lukk vindauget og sjå på nytt.',
    },
  },
  en: {
    head: 'What happens',
    calendar: (n: string) =>
      `New calendar for all of them, and for the class: ${n} calendars. A session that is called off stands as cancelled.`,
    added: (at: string) => `New session ${at}.`,
    calledOff: (at: string) => `The session ${at} is called off.`,
    moved: (from: string, to: string) => `The session ${from} becomes ${to}.`,
    place: (at: string) => `The session ${at} gets another room or teacher.`,
    final: 'This cannot be undone: what was sent is sent.',
    nothing: 'The session stands so already.',
    refused: 'The session cannot be changed so.',
    reasons: {
      GATHERING_LENGTH:
        'The gathering would have too few or too many days, or a day without sessions. Move the session to another time, or call off the whole gathering.',
      GATHERING_BEGUN: 'The gathering is over. Correct the attendance instead.',
      SESSION_BEGUN:
        'Attendance is open from an hour before the session. Correct the attendance of those concerned instead.',
      SESSION_IN_THE_PAST: 'It would have begun already. Choose a time to come.',
      SESSION_UNKNOWN: 'It is not on the plan any more. Close the window and look again.',
    },
  },
});

type Consequences = NonNullable<SessionChangePreviewView['consequences']>;

const changedSessions = ({ added, calledOff, sessions }: Consequences): readonly string[] => [
  ...added.map(({ startsAt }) => t.added(dayAndTime(startsAt))),
  ...calledOff.map(({ startsAt }) => t.calledOff(dayAndTime(startsAt))),
  ...sessions.map(({ before, after }) =>
    before.startsAt === after.startsAt
      ? t.place(dayAndTime(before.startsAt))
      : t.moved(dayAndTime(before.startsAt), dayAndTime(after.startsAt)),
  ),
];

interface SessionPreviewProps {
  readonly of: SessionChangePreviewView;
  readonly number: number;
  readonly programme: string;
  /** The cohort of the class. */
  readonly own: string;
}

/** What changing one session leads to, and for whom; or why it cannot be changed so, and what to do. */
export const SessionPreview = ({ of, number, programme, own }: SessionPreviewProps) => {
  const cohortNamed = useCohortNames(own);
  const { refusal, consequences, warnings } = of;
  if (refusal)
    return (
      <div class="ds-alert" data-color="danger">
        <strong>{t.refused}</strong> {refusalReasons(of, number, cohortNamed, t.reasons).join(' ')}
      </div>
    );
  if (!consequences) return <p class="ds-paragraph">{t.nothing}</p>;
  return (
    <>
      <ul class="plan-findings">
        {findingsOf({ clashes: [], warnings }).map(({ key, text }) => (
          <li key={key}>
            <span aria-hidden="true">⚠</span> {text}
          </li>
        ))}
      </ul>
      <h3 class="ds-heading" data-size="2xs">
        {t.head}
      </h3>
      <ul class="ds-list">
        {changedSessions(consequences).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <ToldList of={consequences} programme={programme} calendar={t.calendar(written(consequences.calendarFeeds))}>
        {() => <AttendanceShiftLines of={consequences.attendance} />}
      </ToldList>
      <p class="ds-paragraph">
        <strong>{t.final}</strong>
      </p>
    </>
  );
};

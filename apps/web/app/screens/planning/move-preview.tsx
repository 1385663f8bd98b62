import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import type { Plan as ReminderPlan } from '../../../../../libs/reminders/src/domain/plan';
import type { MoveConsequences } from '../../../../../libs/teaching/src/domain/move-consequences';
import { get } from '../../api/client';
import { dayAndTime, number } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import { type CohortNamed, faultWords, findingsAt, findingsOf } from './findings';
import type { MovePreviewView } from './plan-data';

const t = inLanguage({
  nb: {
    head: 'Dette skjer',
    touched: (students: string, guests: string, teachers: number) =>
      `Berører ${students} studenter${guests}${teachers > 0 ? ` og ${teachers === 1 ? '1 underviser' : `${teachers} undervisere`}` : ''}.`,
    guests: (n: number) => (n > 0 ? `, ${n} gjester` : ''),
    calendar: (n: string) => `Ny kalender for alle dem, og for klassen: ${n} kalendere.`,
    mail: (languages: string) => `E-post: ${languages}.`,
    noMail: 'Ingen e-post: ingen av dem har en adresse.',
    off: 'Ingen e-post: brev om endrede samlinger er slått av for studiet.',
    turnOn: 'Slå på under Påminnelser',
    notReached: 'Nås ikke av e-post, og må få beskjed på en annen måte:',
    languages: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
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
    touched: (students: string, guests: string, teachers: number) =>
      `Gjeld ${students} studentar${guests}${teachers > 0 ? ` og ${teachers === 1 ? '1 undervisar' : `${teachers} undervisarar`}` : ''}.`,
    guests: (n: number) => (n > 0 ? `, ${n} gjester` : ''),
    calendar: (n: string) => `Ny kalender for alle dei, og for klassen: ${n} kalendrar.`,
    mail: (languages: string) => `E-post: ${languages}.`,
    noMail: 'Ingen e-post: ingen av dei har ei adresse.',
    off: 'Ingen e-post: brev om endra samlingar er slått av for studiet.',
    turnOn: 'Slå på under Påminningar',
    notReached: 'Blir ikkje nådde av e-post, og må få beskjed på ein annan måte:',
    languages: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
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
    touched: (students: string, guests: string, teachers: number) =>
      `Touches ${students} students${guests}${teachers > 0 ? ` and ${teachers === 1 ? '1 teacher' : `${teachers} teachers`}` : ''}.`,
    guests: (n: number) => (n > 0 ? `, ${n} guests` : ''),
    calendar: (n: string) => `New calendar for all of them, and for the class: ${n} calendars.`,
    mail: (languages: string) => `E-mail: ${languages}.`,
    noMail: 'No e-mail: none of them has an address.',
    off: 'No e-mail: letters about changed gatherings are switched off for the programme.',
    turnOn: 'Switch them on under Reminders',
    notReached: 'Not reached by e-mail, and to be told in another way:',
    languages: { nb: 'bokmål', nn: 'nynorsk', en: 'English' },
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

/** How many persons a move is about. */
export const touchedBy = ({ touched: { students, guests, teachers } }: MoveConsequences): number =>
  students.length + guests.length + teachers.length;

type Subject = ReminderPlan['subject'];

/** Whether letters of a kind are sent to those of a programme; undefined until that is known. */
const useIsOn = (programme: string): ((subject: Subject) => boolean | undefined) => {
  const plans = useQuery({
    queryKey: ['reminders', 'plans', programme],
    queryFn: () =>
      get<{ readonly data: readonly { readonly subject: Subject; readonly onSince: string | null }[] }>(
        `/reminder-plans/${encodeURIComponent(programme)}`,
      ),
  });
  return (wanted) => plans.data?.data.some(({ subject, onSince }) => subject === wanted && onSince !== null);
};

const Mail = ({ of, isOn }: { readonly of: MoveConsequences; readonly isOn: boolean | undefined }) => {
  if (isOn === undefined) return null;
  if (!isOn)
    return (
      <li>
        {t.off}{' '}
        <Link class="ds-link" href="/paminnelser?vis=planer">
          {t.turnOn}
        </Link>
      </li>
    );
  const said = of.notices.map(({ language, recipients }) => `${t.languages[language]} ${number(recipients.length)}`);
  return <li>{said.length > 0 ? t.mail(said.join(', ')) : t.noMail}</li>;
};

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

const Consequences = ({ of, programme }: { readonly of: MoveConsequences; readonly programme: string }) => {
  const { touched, calendarFeeds, notReached, reminders } = of;
  const isOn = useIsOn(programme);
  const isForPeople = touched.students.length + touched.guests.length > 0;
  return (
    <ul class="ds-list">
      <li>{t.touched(number(touched.students.length), t.guests(touched.guests.length), touched.teachers.length)}</li>
      <li>{t.calendar(number(calendarFeeds))}</li>
      {isForPeople && <Mail of={of} isOn={isOn('GATHERING_CHANGED')} />}
      {notReached.length > 0 && (
        <li>
          {t.notReached}{' '}
          {notReached.map((studentNo, i) => (
            <>
              {i > 0 && ', '}
              <Link key={studentNo} class="ds-link" href={`/personer/${encodeURIComponent(studentNo)}`}>
                {studentNo}
              </Link>
            </>
          ))}
        </li>
      )}
      {isForPeople && isOn('GATHERING') && reminders.map((one) => <li key={one.daysBefore}>{reminderText(one)}</li>)}
    </ul>
  );
};

interface MovePreviewProps {
  readonly of: MovePreviewView;
  readonly number: number;
  readonly programme: string;
  readonly cohortNamed: CohortNamed;
}

/** Why the move is refused: the reason itself, or every room and teacher that is taken. */
const reasonsOf = ({ refusal, clashes, ...of }: MovePreviewView, number: number, cohortNamed: CohortNamed) => {
  const { code, title, detail = '' } = refusal!;
  if (code === 'ROOM_TAKEN' || code === 'TEACHER_TAKEN')
    return findingsAt(findingsOf({ clashes, warnings: [] }, cohortNamed), of.class.code, number).map(
      ({ text }) => text,
    );
  const known: Readonly<Record<string, string | undefined>> = { ...t.reasons, ...faultWords };
  return [known[code] ?? `${title}. ${detail}`];
};

/** What a move leads to, and for whom; or why it cannot be made. */
export const MovePreview = ({ of, number: at, programme, cohortNamed }: MovePreviewProps) => {
  const { refusal, consequences, warnings } = of;
  const toLookAt = findingsOf({ clashes: [], warnings });
  return (
    <>
      {refusal && (
        <div class="ds-alert" data-color="danger">
          <strong>{t.refused}</strong> {reasonsOf(of, at, cohortNamed).join(' ')}
        </div>
      )}
      {toLookAt.length > 0 && (
        <ul class="plan-findings">
          {toLookAt.map(({ key, text }) => (
            <li key={key}>
              <span aria-hidden="true">⚠</span> {text}
            </li>
          ))}
        </ul>
      )}
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

import { useQuery } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import type { Plan as ReminderPlan } from '../../../../../libs/reminders/src/domain/plan';
import type { ToldOfChange } from '../../../../../libs/teaching/src/domain/told-of-change';
import { get } from '../../api/client';
import { number } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: {
    touched: (students: string, guests: string, teachers: number) =>
      `Berører ${students} studenter${guests}${teachers > 0 ? ` og ${teachers === 1 ? '1 underviser' : `${teachers} undervisere`}` : ''}.`,
    guests: (n: number) => (n > 0 ? `, ${n} gjester` : ''),
    mail: (languages: string) => `E-post: ${languages}.`,
    noMail: 'Ingen e-post: ingen av dem har en adresse.',
    off: 'Ingen e-post: brev om endrede samlinger er slått av for studiet.',
    turnOn: 'Slå på under Påminnelser',
    notReached: 'Nås ikke av e-post, og må få beskjed på en annen måte:',
    languages: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
  },
  nn: {
    touched: (students: string, guests: string, teachers: number) =>
      `Gjeld ${students} studentar${guests}${teachers > 0 ? ` og ${teachers === 1 ? '1 undervisar' : `${teachers} undervisarar`}` : ''}.`,
    guests: (n: number) => (n > 0 ? `, ${n} gjester` : ''),
    mail: (languages: string) => `E-post: ${languages}.`,
    noMail: 'Ingen e-post: ingen av dei har ei adresse.',
    off: 'Ingen e-post: brev om endra samlingar er slått av for studiet.',
    turnOn: 'Slå på under Påminningar',
    notReached: 'Blir ikkje nådde av e-post, og må få beskjed på ein annan måte:',
    languages: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
  },
  en: {
    touched: (students: string, guests: string, teachers: number) =>
      `Touches ${students} students${guests}${teachers > 0 ? ` and ${teachers === 1 ? '1 teacher' : `${teachers} teachers`}` : ''}.`,
    guests: (n: number) => (n > 0 ? `, ${n} guests` : ''),
    mail: (languages: string) => `E-mail: ${languages}.`,
    noMail: 'No e-mail: none of them has an address.',
    off: 'No e-mail: letters about changed gatherings are switched off for the programme.',
    turnOn: 'Switch them on under Reminders',
    notReached: 'Not reached by e-mail, and to be told in another way:',
    languages: { nb: 'bokmål', nn: 'nynorsk', en: 'English' },
  },
});

/** How many persons a change is about. */
export const touchedBy = ({ touched: { students, guests, teachers } }: ToldOfChange): number =>
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

const Mail = ({ of, isOn }: { readonly of: ToldOfChange; readonly isOn: boolean | undefined }) => {
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

interface ToldListProps {
  readonly of: ToldOfChange;
  readonly programme: string;
  /** What becomes of the calendars. */
  readonly calendar: string;
  /** What stands below, in items of the list; told whether reminders of gatherings are sent. */
  readonly children: (remindersAreOn: boolean) => ComponentChildren;
}

/** Whom a change of a gathering touches, and what each of them is sent. */
export const ToldList = ({ of, programme, calendar, children }: ToldListProps) => {
  const { touched, notReached } = of;
  const isOn = useIsOn(programme);
  const isForPeople = touched.students.length + touched.guests.length > 0;
  return (
    <ul class="ds-list">
      <li>{t.touched(number(touched.students.length), t.guests(touched.guests.length), touched.teachers.length)}</li>
      <li>{calendar}</li>
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
      {children(isForPeople && isOn('GATHERING') === true)}
    </ul>
  );
};

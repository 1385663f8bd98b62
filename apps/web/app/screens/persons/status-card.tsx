import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import type { PersonCourse, PersonRecord } from '../../../../api/src/persons/person-record';
import { classAddress } from '../../classes/classes';
import { number, plainDay } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import { hprSaid } from '../../persons/hpr';
import { SaidTag } from '../../persons/said';
import {
  appliedWords,
  attendanceSaid,
  attendedWords,
  isPhysician,
  outcomeSaid,
  physicianWord,
  standingSaid,
} from '../../persons/words';
import { useHpr } from './person-queries';
import { t } from './person-texts';

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

export const courseAddress = ({ cohort, classCode }: PersonCourse): string =>
  classAddress({ intake: cohort, code: classCode });

const CreditsNow = ({ of }: { readonly of: PersonCourse }) => {
  if (!of.credits) return <>{t.notJudged}</>;
  const { ectsCredits, coursePoints } = of.credits;
  const lacking = coursePoints?.blocking ?? ectsCredits.blocking;
  return (
    <>
      {coursePoints && <>{t.ofPoints(number(coursePoints.has), number(coursePoints.of))} · </>}
      {t.ofEcts(number(ectsCredits.has), number(ectsCredits.of))}
      {lacking && (
        <>
          {' · '}
          <a class="ds-link" href="#hvorfor">
            {inLanguage(lacking.text)}
          </a>
        </>
      )}
    </>
  );
};

const Hpr = ({ of, person }: { readonly of: PersonCourse | undefined; readonly person: PersonRecord }) => {
  const known = useHpr(of?.classId, of?.studentNo);
  const status = known?.status ?? (person.hprNumber === null ? 'HPR_MISSING' : 'NOT_LOOKED_UP');
  return (
    <>
      {person.hprNumber && <span class="digits">{person.hprNumber} </span>}
      <SaidTag said={hprSaid(status)} />
    </>
  );
};

const Email = ({ person: { contact } }: { readonly person: PersonRecord }) => {
  if (!contact?.email) return <>{t.none}</>;
  const { email, emailFault } = contact;
  const said = emailFault && (emailFault.kind === 'BOUNCED' ? t.bounced : t.refused);
  return (
    <>
      <a class="ds-link" href={`mailto:${email}`}>
        {email}
      </a>
      {said && (
        <>
          {' '}
          <SaidTag
            said={{ sign: '⚠', text: said(plainDay(emailFault.at.slice(0, 10)), emailFault.code), tone: 'warning' }}
          />
        </>
      )}
    </>
  );
};

/** What is most often asked by telephone, in one look. */
export const StatusCard = ({ person }: { readonly person: PersonRecord }) => {
  const { courses, applications, contact, nationalId } = person;
  const course = courses[0];
  return (
    <section class="ds-card" aria-label={t.now}>
      <div class="ds-card__block">
        <dl class="status-facts">
          {course && (
            <>
              <Fact name={t.class}>
                <Link class="ds-link" href={courseAddress(course)}>
                  {course.classCode}
                </Link>{' '}
                · {course.cohort} · {course.studentNo}
                {isPhysician(course) && ` · ${physicianWord}`}
              </Fact>
              <Fact name={t.standing}>
                <SaidTag said={standingSaid(course.standing)} />
              </Fact>
              <Fact name={t.attendance}>
                {course.attendance ? (
                  <>
                    {attendedWords(course.attendance)} <SaidTag said={attendanceSaid(course.attendance)} />
                  </>
                ) : (
                  '–'
                )}
              </Fact>
              <Fact name={t.credits}>
                <CreditsNow of={course} />
              </Fact>
            </>
          )}
          {applications.map((one) => (
            <Fact key={one.id} name={t.application}>
              {one.applicationNo} · {appliedWords(one)} <SaidTag said={outcomeSaid(one)} />
            </Fact>
          ))}
          {(course ? isPhysician(course) : person.hprNumber !== null) && (
            <Fact name={t.hpr}>
              <Hpr of={course} person={person} />
            </Fact>
          )}
          <Fact name={t.email}>
            <Email person={person} />
          </Fact>
          <Fact name={t.phone}>{contact?.phone ?? t.none}</Fact>
          {contact?.workplace && <Fact name={t.workplace}>{contact.workplace}</Fact>}
          <Fact name={t.language}>{contact ? t.languages[contact.language] : t.none}</Fact>
          {nationalId && (
            <Fact name={t.nationalId}>
              <span class="digits">{nationalId}</span>
            </Fact>
          )}
        </dl>
      </div>
    </section>
  );
};

import './persons.css';
import { useEffect } from 'preact/hooks';
import { Link, useParams } from 'wouter-preact';
import type { PersonRecord } from '../../../../api/src/persons/person-record';
import { ApiProblem } from '../../api/problem';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { SaidTag } from '../../persons/said';
import { standingSaid } from '../../persons/words';
import { PersonActs } from './person-acts';
import { usePerson } from './person-queries';
import { t } from './person-texts';
import { PersonTimeline } from './person-timeline';
import { PersonWhy } from './person-why';
import { courseAddress, StatusCard } from './status-card';

const nameOf = ({ name, courses, applications }: PersonRecord): string =>
  name
    ? `${name.givenNames} ${name.familyName}`
    : (courses[0]?.studentNo ?? applications[0]?.applicationNo ?? t.unknown);

const Known = ({ person }: { readonly person: PersonRecord }) => {
  const name = nameOf(person);
  const [course, ...others] = person.courses;
  const isAskedWhy = globalThis.location.hash === '#hvorfor';
  useEffect(() => {
    if (isAskedWhy) document.querySelector('#hvorfor')?.scrollIntoView();
  }, [isAskedWhy]);
  return (
    <Page
      title={name}
      trail={
        course && (
          <>
            <Link class="ds-link" href="/klasser">
              {t.classes}
            </Link>{' '}
            ·{' '}
            <Link class="ds-link" href={courseAddress(course)}>
              {course.classCode}
            </Link>
          </>
        )
      }
    >
      {person.name === null && (
        <p class="ds-alert" data-color="info">
          {t.forgotten}
        </p>
      )}
      <div class="person">
        <StatusCard person={person} />
        <PersonActs person={person} name={name} />
        <div class="stack">
          {others.length > 0 && (
            <section class="stack">
              <h2 class="ds-heading" data-size="xs">
                {t.earlier}
              </h2>
              <ul class="ds-list">
                {others.map((one) => (
                  <li key={one.classId}>
                    <Link class="ds-link" href={courseAddress(one)}>
                      {one.classCode}
                    </Link>{' '}
                    · {one.cohort} <SaidTag said={standingSaid(one.standing)} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <PersonWhy person={person} isOpen={isAskedWhy} />
          <PersonTimeline of={person.personId} />
        </div>
      </div>
    </Page>
  );
};

const Several = ({ problem }: { readonly problem: ApiProblem }) => (
  <Page title={t.several}>
    <ul class="ds-list">
      {problem.body.errors?.map(({ pointer }, at) => (
        <li key={pointer}>
          <Link class="ds-link" href={`/personer/${encodeURIComponent(pointer ?? '')}`}>
            {t.person(at + 1)}
          </Link>
        </li>
      ))}
    </ul>
  </Page>
);

/** One person: what a question by telephone is about (ux.md A1). */
const Person = () => {
  const { key } = useParams<{ readonly key: string }>();
  const person = usePerson(key);
  if (person.error instanceof ApiProblem && person.error.code === 'SEVERAL_PERSONS')
    return <Several problem={person.error} />;
  if (person.error instanceof ApiProblem && person.error.code === 'PERSON_UNKNOWN')
    return (
      <Page title={t.unknown}>
        <p class="empty">{t.unknownTodo}</p>
      </Page>
    );
  return <Loaded of={person}>{(known) => <Known key={known.personId} person={known} />}</Loaded>;
};

export default Person;

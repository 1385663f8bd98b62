import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { PersonCourse, PersonRecord } from '../../../../api/src/persons/person-record';
import { classAddress, classesQuery, type ListedClass } from '../../classes/classes';
import { useIsAdministrator } from '../../frame/staff';
import { AbsenceDialog } from '../../students/absence-dialog';
import { MoveDialog } from '../../students/move-dialog';
import { t } from './person-texts';

const isThere = ({ standing }: PersonCourse): boolean => standing === 'enrolled' || standing === 'on_leave';

const certificateOf = ({ credits }: PersonCourse): string | undefined => {
  const found = credits?.coursePoints?.requirements
    .find(({ code }) => code === 'CERTIFICATE')
    ?.evidence.find(({ record }) => record === 'CERTIFICATE')?.value;
  return found === undefined || found === '' ? undefined : String(found);
};

interface InClassProps {
  readonly of: ListedClass;
  readonly course: PersonCourse;
  readonly name: string;
}

const InClass = ({ of, course, name }: InClassProps) => {
  const [open, setOpen] = useState<'absence' | 'move' | undefined>(undefined);
  const close = (): void => setOpen(undefined);
  const rows = [{ studentNo: course.studentNo, name, isOnLeave: course.standing === 'on_leave' }];
  return (
    <>
      <Link
        class="ds-button"
        data-variant="secondary"
        href={`${classAddress(of)}/oppmote?sok=${encodeURIComponent(course.studentNo)}`}
      >
        {t.correct}
      </Link>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('absence')}>
        {t.absence}
      </button>
      {of.intake !== null && (
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('move')}>
          {t.move}
        </button>
      )}
      {open === 'absence' && <AbsenceDialog of={of} rows={rows} onClose={close} onDone={close} />}
      {open === 'move' && <MoveDialog of={of} rows={rows} onClose={close} onDone={close} />}
    </>
  );
};

/** What can be done about one person. */
export const PersonActs = ({ person, name }: { readonly person: PersonRecord; readonly name: string }) => {
  const isAdministrator = useIsAdministrator();
  const classes = useQuery(classesQuery);
  const course = person.courses.find(isThere);
  const of = course && classes.data?.find(({ id }) => id === course.classId);
  const certificates = [...new Set(person.courses.flatMap((one) => certificateOf(one) ?? []))];
  const email = person.contact?.email;
  return (
    <section class="person-acts" aria-label={t.acts}>
      <h2 class="ds-heading" data-size="xs">
        {t.acts}
      </h2>
      {of && <InClass of={of} course={course} name={name} />}
      {isAdministrator &&
        certificates.map((no) => (
          <Link key={no} class="ds-button" data-variant="secondary" href={`/bevis/${encodeURIComponent(no)}`}>
            {t.certificate(no)}
          </Link>
        ))}
      {isAdministrator && person.name && person.courses.length > 0 && (
        <a class="ds-button" data-variant="secondary" href={`/vis-som/${encodeURIComponent(person.personId)}`}>
          {t.seeAs}
        </a>
      )}
      {email && (
        <a class="ds-button" data-variant="secondary" href={`mailto:${email}`}>
          {t.write}
        </a>
      )}
    </section>
  );
};

import { useQuery } from '@tanstack/preact-query';
import type { SetAsideView } from '../../../../../libs/certificates/src/http/set-aside.controller';
import { get } from '../../api/client';
import { useIsAdministrator } from '../../frame/staff';
import { number } from '../../kit/dates';
import { ProblemNote } from '../../kit/problem';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { retryColumn, troubleColumns, useRetry } from '../../set-aside/set-aside-columns';
import { useCertificateWork } from './certificate-work';
import { useNames } from './names';

const t = inLanguage({
  nb: {
    title: 'Satt til side',
    lead: (n: number, of: string) =>
      n === 1
        ? 'Ett kursbevis kunne ikke lages. De andre er ikke stoppet av det.'
        : `${of} kursbevis kunne ikke lages. De andre er ikke stoppet av det.`,
    todo: 'Er feilen rettet, eller kan den ha gått over, så prøv igjen. Stopper det på nytt, meld fra til drift.',
    tell: 'Administrasjonen kan prøve igjen.',
    student: 'Student',
  },
  nn: {
    title: 'Sett til side',
    lead: (n: number, of: string) =>
      n === 1
        ? 'Eitt kursbevis kunne ikkje lagast. Dei andre er ikkje stoppa av det.'
        : `${of} kursbevis kunne ikkje lagast. Dei andre er ikkje stoppa av det.`,
    todo: 'Er feilen retta, eller kan han ha gått over, så prøv igjen. Stoppar det på nytt, meld frå til drift.',
    tell: 'Administrasjonen kan prøve igjen.',
    student: 'Student',
  },
  en: {
    title: 'Set aside',
    lead: (n: number, of: string) =>
      n === 1
        ? 'One certificate could not be made. The others are not stopped by it.'
        : `${of} certificates could not be made. The others are not stopped by it.`,
    todo: 'If the fault is mended, or may have passed, try again. If it stops once more, tell operations.',
    tell: 'The administration can try again.',
    student: 'Student',
  },
});

/** Certificates of a class that workers gave up on: whose, why, since when, and once more. Nothing where there are none. */
export const SetAside = ({ classId }: { readonly classId: string }) => {
  const work = useCertificateWork(classId);
  const isAdministrator = useIsAdministrator();
  const nameOf = useNames(classId);
  const found = useQuery({
    // The count is part of the key: what a worker puts aside is no event, and the list is asked for when it has changed.
    queryKey: ['certificates', 'set-aside', classId, work.data?.quarantined],
    queryFn: () => get<{ readonly data: readonly SetAsideView[] }>(`/classes/${classId}/set-aside-certificates`),
    enabled: (work.data?.quarantined ?? 0) > 0,
  });
  const act = useRetry();
  const rows = found.data?.data ?? [];
  if (rows.length === 0) return null;
  const columns: readonly Column<SetAsideView>[] = [
    { key: 'student', header: t.student, isName: true, cell: ({ studentNo }) => nameOf(studentNo) },
    ...troubleColumns<SetAsideView>(),
  ];
  const retry = retryColumn<SetAsideView>(act, ({ job, studentNo }) => ({ id: job, name: nameOf(studentNo) }));
  return (
    <section class="ds-card stack" data-color="warning" aria-labelledby="satt-til-side">
      <h2 class="ds-heading" data-size="2xs" id="satt-til-side">
        {t.title}
      </h2>
      <p class="ds-paragraph">
        {t.lead(rows.length, number(rows.length))} {isAdministrator ? t.todo : t.tell}
      </p>
      {act.problem && <ProblemNote error={act.problem} />}
      <Table
        caption={t.title}
        rows={rows}
        columns={isAdministrator ? [...columns, retry] : columns}
        rowKey={({ job }) => job}
        isWalked={false}
        tools={{ name: t.title, person: ({ studentNo }) => ({ studentNo, classId }) }}
        empty={null}
      />
    </section>
  );
};

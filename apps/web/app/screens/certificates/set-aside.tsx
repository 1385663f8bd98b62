import { useQuery } from '@tanstack/preact-query';
import type { SetAsideView } from '../../../../../libs/certificates/src/http/set-aside.controller';
import { get, send } from '../../api/client';
import { useIsAdministrator } from '../../frame/staff';
import { useAct } from '../../kit/act';
import { dayAndTime, number } from '../../kit/dates';
import { ProblemNote } from '../../kit/problem';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
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
    why: 'Hvorfor',
    since: 'Siden',
    tries: 'Forsøk',
    act: 'Gjør noe',
    again: 'Prøv igjen',
    againFor: (name: string) => `Prøv igjen: ${name}`,
    done: (name: string) => `Kursbeviset til ${name} prøves igjen nå.`,
    faults: {
      CertificateRefused: 'Grunnlaget kan ikke brukes',
      Crash: 'Arbeidet stanset brått hver gang',
      other: 'Teknisk feil',
    },
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
    why: 'Kvifor',
    since: 'Sidan',
    tries: 'Forsøk',
    act: 'Gjer noko',
    again: 'Prøv igjen',
    againFor: (name: string) => `Prøv igjen: ${name}`,
    done: (name: string) => `Kursbeviset til ${name} blir prøvd igjen no.`,
    faults: {
      CertificateRefused: 'Grunnlaget kan ikkje brukast',
      Crash: 'Arbeidet stansa brått kvar gong',
      other: 'Teknisk feil',
    },
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
    why: 'Why',
    since: 'Since',
    tries: 'Tries',
    act: 'Do something',
    again: 'Try again',
    againFor: (name: string) => `Try again: ${name}`,
    done: (name: string) => `The certificate of ${name} is tried again now.`,
    faults: {
      CertificateRefused: 'What it is made from cannot be used',
      Crash: 'The work broke off every time',
      other: 'Technical fault',
    },
  },
});

const reasonOf = (fault: string): string =>
  fault === 'CertificateRefused' || fault === 'Crash' ? t.faults[fault] : t.faults.other;

const columnsWith = (nameOf: (studentNo: string) => string): readonly Column<SetAsideView>[] => [
  { key: 'student', header: t.student, isName: true, cell: ({ studentNo }) => nameOf(studentNo) },
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

/** Certificates of a class that workers gave up on: whose, why, since when, and once more. Nothing where there are none. */
export const SetAside = ({ classId }: { readonly classId: string }) => {
  const work = useCertificateWork(classId);
  const isAdministrator = useIsAdministrator();
  const nameOf = useNames(classId);
  const toast = useToast();
  const found = useQuery({
    // The count is part of the key: what a worker puts aside is no event, and the list is asked for when it has changed.
    queryKey: ['certificates', 'set-aside', classId, work.data?.quarantined],
    queryFn: () => get<{ readonly data: readonly SetAsideView[] }>(`/classes/${classId}/set-aside-certificates`),
    enabled: (work.data?.quarantined ?? 0) > 0,
  });
  const act = useAct<SetAsideView>(async ({ job, studentNo }, key) => {
    await send(`/classes/${classId}/set-aside-certificates/${job}/retries`, { json: {}, key });
    toast({ text: t.done(nameOf(studentNo)) });
  });
  const rows = found.data?.data ?? [];
  if (rows.length === 0) return null;
  const retry: Column<SetAsideView> = {
    key: 'act',
    header: t.act,
    file: [],
    cell: (one) => (
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        disabled={act.isSending}
        aria-label={t.againFor(nameOf(one.studentNo))}
        onClick={() => void act.run(one)}
      >
        {t.again}
      </button>
    ),
  };
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
        columns={isAdministrator ? [...columnsWith(nameOf), retry] : columnsWith(nameOf)}
        rowKey={({ job }) => job}
        isWalked={false}
        tools={{ name: t.title, person: ({ studentNo }) => ({ studentNo, classId }) }}
        empty={null}
      />
    </section>
  );
};

import { Link } from 'wouter-preact';
import type { StudentAssessment } from '../../../../api/src/persons/class-students';
import { number, percent, plainDay } from '../../kit/dates';
import type { Column } from '../../kit/table';
import { hprSaid } from '../../persons/hpr';
import { SaidTag } from '../../persons/said';
import { attendanceSaid, attendanceShort, type Said, standingSaid } from '../../persons/words';
import { columnTexts as t } from './roster-column-texts';
import type { RosterRow } from './roster-rows';

const standingWords = ({ student: { standing } }: RosterRow): Said | undefined => {
  switch (standing.kind) {
    case 'active':
      return undefined;
    case 'expected':
      return { sign: '○', text: `${t.expected}, ${plainDay(standing.from)}`, tone: 'info' };
    case 'on_leave':
      return {
        ...standingSaid('on_leave'),
        text: `${standingSaid('on_leave').text} ${t.since(plainDay(standing.from))}`,
      };
    case 'transferred':
      return { ...standingSaid('transferred'), text: `${standingSaid('transferred').text} ${t.to(standing.to.code)}` };
    case 'withdrawn':
      return { ...standingSaid('withdrawn'), text: `${standingSaid('withdrawn').text} ${plainDay(standing.on)}` };
  }
};

const Name = ({ row }: { readonly row: RosterRow }) => {
  const said = standingWords(row);
  return (
    <span class="student-name">
      <Link class="ds-link" href={`/personer/${encodeURIComponent(row.student.studentNo)}`}>
        {row.name}
      </Link>
      {row.student.language === 'nn' && <span class="language-mark"> nn</span>}
      {said && (
        <>
          {' '}
          <SaidTag said={said} />
        </>
      )}
      {row.more?.hasAddressFault && (
        <>
          {' '}
          <SaidTag said={{ sign: '⚠', text: t.fault, tone: 'warning' }} />
        </>
      )}
    </span>
  );
};

const assessmentSaid = ({ status, result }: StudentAssessment): Said | undefined => {
  switch (status) {
    case 'met':
      return { sign: '✓', text: result && result.length === 1 ? `${t.passed}, ${result}` : t.passed, tone: 'success' };
    case 'not_met':
      return { sign: '✗', text: t.failed, tone: 'danger' };
    case 'waiting':
      return result === null ? undefined : { sign: '○', text: t.registered, tone: 'info' };
  }
};

const hprWords = ({ hpr, more }: RosterRow): Said | undefined => {
  const status = hpr && hpr.status !== 'NOT_ASKED_FOR' ? hpr.status : more?.hprNumber ? undefined : 'HPR_MISSING';
  return status && hprSaid(status);
};

const Hpr = ({ row }: { readonly row: RosterRow }) => {
  const { isPhysician, more } = row;
  if (!isPhysician) return <>–</>;
  const said = hprWords(row);
  return (
    <>
      {more?.hprNumber && <span class="digits">{more.hprNumber} </span>}
      {said && <SaidTag said={said} />}
    </>
  );
};

const hprText = (row: RosterRow): string | null =>
  row.isPhysician ? [row.more?.hprNumber, hprWords(row)?.text].filter(Boolean).join(' ') : null;

/** One column of each assessment that anybody in the class has. */
const assessmentColumns = (rows: readonly RosterRow[]): readonly Column<RosterRow>[] => {
  const titles = new Map(
    rows
      .flatMap(({ more }) => more?.assessments ?? [])
      .map(({ code, title }) => [code, title ?? t.assessment] as const),
  );
  return [...titles].map(([code, title]) => {
    const said = ({ more }: RosterRow): Said | undefined => {
      const found = more?.assessments.find((one) => one.code === code);
      return found && assessmentSaid(found);
    };
    return {
      key: `v-${code}`,
      header: title,
      sortBy: (row) => said(row)?.text ?? '',
      file: [{ value: (row) => said(row)?.text }],
      cell: (row) => {
        const words = said(row);
        return words ? <SaidTag said={words} /> : '–';
      },
    };
  });
};

const shareOf = (attendance: RosterRow['attendance']): number | undefined =>
  attendance && attendance.attended / Math.max(1, attendance.of);

/** The columns of a class list: those that nobody in it has anything in are left out. */
export const rosterColumns = (rows: readonly RosterRow[]): readonly Column<RosterRow>[] => {
  const has = (of: (row: RosterRow) => unknown): boolean => rows.some((row) => Boolean(of(row)));
  const municipality = ({ more }: RosterRow): string =>
    more?.workplace?.municipality.name ?? more?.workplace?.municipality.code ?? '';
  const role = ({ more }: RosterRow): string => more?.workplace?.positionTitle ?? '';
  return [
    {
      key: 'navn',
      header: t.name,
      isName: true,
      sortBy: ({ name }) => name,
      file: [
        { value: ({ name }) => name },
        { title: t.studentNo, value: ({ student }) => student.studentNo },
        { title: t.standing, value: (row) => standingWords(row)?.text },
      ],
      cell: (row) => <Name row={row} />,
    },
    ...(has(municipality)
      ? [
          {
            key: 'kommune',
            header: t.municipality,
            sortBy: municipality,
            file: [{ value: municipality }],
            cell: (row: RosterRow) => <span title={row.more?.workplace?.employer}>{municipality(row) || '–'}</span>,
          },
        ]
      : []),
    ...(has(role) ? [{ key: 'rolle', header: t.role, sortBy: role, cell: (row: RosterRow) => role(row) || '–' }] : []),
    {
      key: 'lege',
      header: t.physician,
      sortBy: ({ isPhysician }) => (isPhysician ? 0 : 1),
      cell: ({ isPhysician }) => (isPhysician ? t.yes : '–'),
    },
    ...(has(({ more }) => more)
      ? [
          {
            key: 'hpr',
            header: t.hpr,
            sortBy: ({ hpr, isPhysician }: RosterRow) => (isPhysician ? (hpr?.status ?? '') : 'Å'),
            file: [{ value: hprText }],
            cell: (row: RosterRow) => <Hpr row={row} />,
          },
        ]
      : []),
    {
      key: 'oppmote',
      header: t.attendance,
      sortBy: ({ attendance }) => shareOf(attendance) ?? -1,
      file: [
        { type: 'share', value: ({ attendance }) => shareOf(attendance) },
        { title: t.attended, value: ({ attendance }) => attendance?.attended },
        { title: t.held, value: ({ attendance }) => attendance?.of },
      ],
      cell: ({ attendance }) =>
        attendance ? (
          <>
            {number(attendance.attended)}/{number(attendance.of)}
            <span class="share"> {percent(shareOf(attendance)!)}</span>
          </>
        ) : (
          '–'
        ),
    },
    {
      key: 'krav',
      header: t.requirement,
      sortBy: ({ attendance }) => (attendance ? attendance.leftToLose : Number.POSITIVE_INFINITY),
      file: [{ value: ({ attendance }) => attendance && attendanceSaid(attendance).text }],
      cell: ({ attendance }) =>
        attendance ? (
          <span class="short" title={attendanceSaid(attendance).text}>
            <SaidTag said={attendanceShort(attendance)} />
          </span>
        ) : (
          '–'
        ),
    },
    ...assessmentColumns(rows),
    ...(has(({ more }) => more?.parts.of)
      ? [
          {
            key: 'arbeidskrav',
            header: t.parts,
            sortBy: ({ more }: RosterRow) => more?.parts.done ?? 0,
            file: [{ value: ({ more }: RosterRow) => (more?.parts.of ? t.of(more.parts.done, more.parts.of) : null) }],
            cell: ({ more }: RosterRow) => (more?.parts.of ? t.of(more.parts.done, more.parts.of) : '–'),
          },
        ]
      : []),
    ...(has(({ more }) => more?.credits)
      ? [
          {
            key: 'poeng',
            header: t.credits,
            file: [],
            cell: ({ more, name, student }: RosterRow) =>
              more?.credits ? (
                <Link
                  class="ds-link"
                  href={`/personer/${encodeURIComponent(student.studentNo)}#hvorfor`}
                  aria-label={`${t.why} ${name}`}
                >
                  {t.why}
                </Link>
              ) : (
                '–'
              ),
          },
        ]
      : []),
  ];
};

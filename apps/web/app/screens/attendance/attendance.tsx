import './attendance.css';
import { useQuery } from '@tanstack/preact-query';
import { Link, useParams } from 'wouter-preact';
import { classAddress, classesQuery, cohortOf, type ListedClass } from '../../classes/classes';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { NotFound } from '../not-found';
import { Absences } from './absences';
import { useAbsences, useConflicts, useRegisters, useServiceClock } from './attendance-queries';
import { Conflicts } from './conflicts';
import { GatheringGrid } from './gathering-grid';
import { byGathering, lastBegun } from './grid-model';
import { Sessions } from './sessions';

const t = inLanguage({
  nb: {
    attendance: 'Oppmøte',
    views: 'Visning',
    grid: 'Rutenett',
    absences: (n: number) => `Meldt fravær ${n}`,
    conflicts: (n: number) => `Uenighet ${n}`,
    sessions: 'Økter og skjema',
    gathering: 'Samling',
    none: 'Klassen har ingen økter ennå. De kommer når samlingene er planlagt.',
  },
  nn: {
    attendance: 'Oppmøte',
    views: 'Vising',
    grid: 'Rutenett',
    absences: (n: number) => `Meldt fråvær ${n}`,
    conflicts: (n: number) => `Usemje ${n}`,
    sessions: 'Økter og skjema',
    gathering: 'Samling',
    none: 'Klassen har ingen økter enno. Dei kjem når samlingane er planlagde.',
  },
  en: {
    attendance: 'Attendance',
    views: 'View',
    grid: 'Grid',
    absences: (n: number) => `Absence reported ${n}`,
    conflicts: (n: number) => `Disagreement ${n}`,
    sessions: 'Sessions and sheets',
    gathering: 'Gathering',
    none: 'The class has no sessions yet. They come when the gatherings are planned.',
  },
});

const views = ['rutenett', 'okter', 'fravar', 'uenighet'] as const;
type View = (typeof views)[number];

const Views = ({ of, view }: { readonly of: ListedClass; readonly view: View }) => {
  const [, show] = useUrlState('vis');
  const waiting = useAbsences(of.id).data?.filter(({ status }) => status === 'REPORTED').length ?? 0;
  const conflicts = useConflicts(of.id).data?.data.length ?? 0;
  const names: Readonly<Record<View, string>> = {
    rutenett: t.grid,
    okter: t.sessions,
    fravar: t.absences(waiting),
    uenighet: t.conflicts(conflicts),
  };
  return (
    <fieldset class="acts view-choice" aria-label={t.views}>
      {views.map((one) => (
        <button
          key={one}
          type="button"
          class="ds-button"
          data-variant={one === view ? 'primary' : 'secondary'}
          aria-pressed={one === view}
          onClick={() => show(one === 'rutenett' ? undefined : one)}
        >
          {names[one]}
        </button>
      ))}
    </fieldset>
  );
};

const ClassAttendance = ({ of }: { readonly of: ListedClass }) => {
  const [shown] = useUrlState('vis');
  const [chosen, choose] = useUrlState('samling');
  const registers = useRegisters(of.id);
  const clock = useServiceClock();
  const view = views.find((one) => one === shown) ?? 'rutenett';
  return (
    <Page
      title={`${t.attendance} ${of.code}`}
      trail={
        <Link class="ds-link" href={classAddress(of)}>
          ‹ {cohortOf(of)} {of.code}
        </Link>
      }
    >
      <Views of={of} view={view} />
      {view === 'fravar' && <Absences classId={of.id} />}
      {view === 'uenighet' && <Conflicts classId={of.id} />}
      {(view === 'rutenett' || view === 'okter') && (
        <Loaded of={registers}>
          {({ data }) => {
            const now = clock.data?.now;
            if (!now) return null;
            const gatherings = byGathering(data);
            const number = chosen === undefined ? lastBegun(gatherings, now) : Number(chosen);
            const gathering = gatherings.find((one) => one.number === number) ?? gatherings[0];
            if (!gathering) return <p class="empty">{t.none}</p>;
            return (
              <>
                {gatherings.length > 1 && (
                  <label class="choice-line gathering-choice">
                    {t.gathering}
                    <select
                      class="ds-input"
                      value={String(gathering.number)}
                      onChange={({ currentTarget }) => choose(currentTarget.value)}
                    >
                      {gatherings.map((one) => (
                        <option key={one.number} value={String(one.number)}>
                          {t.gathering} {one.number}
                        </option>
                      ))}
                    </select>
                  </label>
                )}
                {view === 'rutenett' ? (
                  <GatheringGrid key={gathering.number} of={of} sessions={gathering.sessions} now={now} />
                ) : (
                  <Sessions of={of} sessions={gathering.sessions} now={now} />
                )}
              </>
            );
          }}
        </Loaded>
      )}
    </Page>
  );
};

/** The attendance of a class, at the office (ux.md A3). */
const Attendance = () => {
  const { cohort, class: code } = useParams<{ readonly cohort: string; readonly class: string }>();
  const classes = useQuery(classesQuery);
  return (
    <Loaded of={classes}>
      {(all) => {
        const of = all.find((one) => one.code === code && cohortOf(one) === cohort);
        return of ? <ClassAttendance key={of.id} of={of} /> : <NotFound />;
      }}
    </Loaded>
  );
};

export default Attendance;

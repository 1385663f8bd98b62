import { useQuery } from '@tanstack/preact-query';
import type { AwardPreviewRow } from '../../../../../libs/credits/src/http/award-view';
import type { AwardExplanation } from '../../../../../libs/credits/src/http/explanation-view';
import { get } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { dayAndTime, longDay, plainDay } from '../../kit/dates';
import { Dialog } from '../../kit/dialog';
import { ProblemNote } from '../../kit/problem';
import { inLanguage, language } from '../../kit/texts';
import { reasonText } from './reasons';

const t = inLanguage({
  nb: {
    title: 'Hvorfor?',
    coursePoints: 'Kurspoeng',
    ectsCredits: 'Studiepoeng',
    notJudged: 'Poengene er ikke vurdert ennå. Slik blir det når de vurderes nå:',
    nothingMissing: 'Alt er på plass.',
    evidence: 'Grunnlag',
    by: 'innen',
    AWARDED: 'Tildelt',
    HELD: 'Holdt igjen',
    NOT_MET: 'Ikke oppfylt',
    NOT_APPLICABLE: 'Gjelder ikke',
    met: 'Oppfylt',
    not_met: 'Ikke oppfylt',
    waiting: 'Venter',
    actors: {
      STUDENT: 'Studenten',
      EXAMINER: 'Sensor',
      ATTESTOR: 'Den som attesterer',
      COURSE_ADMINISTRATOR: 'Kursadministrasjonen',
    } as Readonly<Record<string, string>>,
  },
  nn: {
    title: 'Kvifor?',
    coursePoints: 'Kurspoeng',
    ectsCredits: 'Studiepoeng',
    notJudged: 'Poenga er ikkje vurderte enno. Slik blir det når dei blir vurderte no:',
    nothingMissing: 'Alt er på plass.',
    evidence: 'Grunnlag',
    by: 'innan',
    AWARDED: 'Tildelt',
    HELD: 'Halde igjen',
    NOT_MET: 'Ikkje oppfylt',
    NOT_APPLICABLE: 'Gjeld ikkje',
    met: 'Oppfylt',
    not_met: 'Ikkje oppfylt',
    waiting: 'Ventar',
    actors: {
      STUDENT: 'Studenten',
      EXAMINER: 'Sensor',
      ATTESTOR: 'Den som attesterer',
      COURSE_ADMINISTRATOR: 'Kursadministrasjonen',
    } as Readonly<Record<string, string>>,
  },
  en: {
    title: 'Why?',
    coursePoints: 'Course points',
    ectsCredits: 'ECTS credits',
    notJudged: 'The credits have not been judged yet. This is what judging them now comes to:',
    nothingMissing: 'Everything is in place.',
    evidence: 'Evidence',
    by: 'by',
    AWARDED: 'Awarded',
    HELD: 'Held back',
    NOT_MET: 'Not met',
    NOT_APPLICABLE: 'Not applicable',
    met: 'Met',
    not_met: 'Not met',
    waiting: 'Waiting',
    actors: {
      STUDENT: 'The student',
      EXAMINER: 'The examiner',
      ATTESTOR: 'Whoever attests',
      COURSE_ADMINISTRATOR: 'The course office',
    } as Readonly<Record<string, string>>,
  },
});

type Explained = AwardExplanation['coursePoints'];
type Requirement = Explained['requirements'][number];
type Evidence = Requirement['evidence'][number];

const MARKS = { met: '✓', not_met: '✗', waiting: '○' } as const;

const moment = (at: string): string => (at.length > 10 ? dayAndTime(at) : plainDay(at));

const evidenceLine = ({ record, value, who, at }: Evidence): string =>
  [record, value, who, at && moment(at)].filter(Boolean).join(' · ');

const RequirementLine = ({ requirement }: { readonly requirement: Requirement }) => {
  const { status, text, actor, dueAt, evidence } = requirement;
  const next = actor && [t.actors[actor] ?? actor, dueAt && `${t.by} ${longDay(dueAt.slice(0, 10))}`].filter(Boolean);
  return (
    <li>
      <span aria-hidden="true">{MARKS[status]}</span>
      <span>
        <span class="only-read">{t[status]}: </span>
        {text[language]}
      </span>
      {status !== 'met' && next && <span class="who">{next.join(', ')}</span>}
      {evidence.length > 0 && (
        <details class="who">
          <summary>{t.evidence}</summary>
          <ul class="plain-list">
            {evidence.map((one) => (
              <li key={JSON.stringify(one)}>{evidenceLine(one)}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
};

const Ledger = ({ name, of: { outcome, requirements } }: { readonly name: string; readonly of: Explained }) => (
  <section class="stack">
    <h3 class="ds-heading" data-size="2xs">
      {name}: {t[outcome as 'AWARDED'] ?? outcome}
    </h3>
    <ul class="requirements">
      {requirements.map((requirement) => (
        <RequirementLine key={requirement.code + requirement.text.nb} requirement={requirement} />
      ))}
    </ul>
  </section>
);

/** What judging would come to, of somebody who has not been judged. */
const WouldBe = ({ row: { after } }: { readonly row: AwardPreviewRow }) => (
  <>
    <p class="ds-paragraph">{t.notJudged}</p>
    {(['coursePoints', 'ectsCredits'] as const).map((ledger) => {
      const { status, reasons } = after[ledger];
      return (
        <section key={ledger} class="stack">
          <h3 class="ds-heading" data-size="2xs">
            {t[ledger]}: {t[status]}
          </h3>
          {reasons.length === 0 ? (
            <p class="ds-paragraph">{t.nothingMissing}</p>
          ) : (
            <ul class="ds-list">
              {reasons.map((code) => (
                <li key={code}>
                  {reasonText(code).means}. {reasonText(code).todo}
                </li>
              ))}
            </ul>
          )}
        </section>
      );
    })}
  </>
);

/** Why a student has the credits, or has not: requirement by requirement, with who acts next by when. */
export const Why = ({ row, onClose }: { readonly row: AwardPreviewRow; readonly onClose: () => void }) => {
  const isJudged = row.before !== null;
  const explanation = useQuery({
    queryKey: ['credits', 'explanation', row.id],
    queryFn: () => get<AwardExplanation>(`/student-courses/${row.id}/explanation`),
    enabled: isJudged,
  });
  return (
    <Dialog title={`${t.title} ${row.familyName}, ${row.givenNames}`} onClose={onClose}>
      {!isJudged && <WouldBe row={row} />}
      {isJudged && explanation.error instanceof ApiProblem && <ProblemNote error={explanation.error} />}
      {explanation.data && (
        <>
          <Ledger name={t.coursePoints} of={explanation.data.coursePoints} />
          <Ledger name={t.ectsCredits} of={explanation.data.ectsCredits} />
        </>
      )}
    </Dialog>
  );
};

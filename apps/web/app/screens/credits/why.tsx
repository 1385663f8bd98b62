import { useQuery } from '@tanstack/preact-query';
import type { AwardPreview, AwardPreviewRow } from '../../../../../libs/credits/src/http/award-view';
import type { AwardExplanation } from '../../../../../libs/credits/src/http/explanation-view';
import { get } from '../../api/client';
import { Explanation } from '../../explanation/explanation';
import { number } from '../../kit/dates';
import { Dialog } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { inLanguage } from '../../kit/texts';
import { groupTexts } from './groups';
import { reasonText } from './reasons';

const t = inLanguage({
  nb: {
    title: 'Hvorfor?',
    coursePoints: 'Kurspoeng',
    ectsCredits: 'Studiepoeng',
    of: (has: string, of: string) => `${has} av ${of}`,
    notJudged: 'Poengene er ikke vurdert ennå. Slik blir det når de vurderes nå:',
    nothingMissing: 'Alt er på plass.',
  },
  nn: {
    title: 'Kvifor?',
    coursePoints: 'Kurspoeng',
    ectsCredits: 'Studiepoeng',
    of: (has: string, of: string) => `${has} av ${of}`,
    notJudged: 'Poenga er ikkje vurderte enno. Slik blir det når dei blir vurderte no:',
    nothingMissing: 'Alt er på plass.',
  },
  en: {
    title: 'Why?',
    coursePoints: 'Course points',
    ectsCredits: 'ECTS credits',
    of: (has: string, of: string) => `${has} of ${of}`,
    notJudged: 'The credits have not been judged yet. This is what judging them now comes to:',
    nothingMissing: 'Everything is in place.',
  },
});

const ledgers = ['coursePoints', 'ectsCredits'] as const;

/** What judging would come to, of somebody who has not been judged. */
const WouldBe = ({ row: { after } }: { readonly row: AwardPreviewRow }) => (
  <>
    <p class="ds-paragraph">{t.notJudged}</p>
    {ledgers.map((ledger) => {
      const { status, reasons } = after[ledger];
      return (
        <section key={ledger} class="stack">
          <h3 class="ds-heading" data-size="2xs">
            {t[ledger]}: {status === 'AWARDED' ? groupTexts.READY.name : groupTexts[status].name}
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

interface WhyProps {
  readonly row: AwardPreviewRow;
  readonly gives: AwardPreview['gives'];
  readonly onClose: () => void;
}

const Judged = ({ row: { id, after, givenNames, familyName }, gives }: Omit<WhyProps, 'onClose'>) => {
  const explanation = useQuery({
    queryKey: ['credits', 'explanation', id],
    queryFn: () => get<AwardExplanation>(`/student-courses/${id}/explanation`),
  });
  return (
    <Loaded of={explanation}>
      {(told) =>
        ledgers.map((ledger) => {
          const { outcome, requirements } = told[ledger];
          const blocking = outcome === 'AWARDED' ? undefined : requirements.find(({ status }) => status !== 'met');
          const has = after[ledger].amount;
          return (
            <Explanation
              key={ledger}
              of={{ has, of: gives[ledger], outcome, requirements, ...(blocking && { blocking }) }}
              title={t[ledger]}
              amount={t.of(number(has), number(gives[ledger]))}
              who={`${givenNames} ${familyName}`}
              isOpen={ledger === 'coursePoints'}
            />
          );
        })
      }
    </Loaded>
  );
};

/** Why a student has the credits, or has not: requirement by requirement, with who acts next by when. */
export const Why = ({ row, gives, onClose }: WhyProps) => (
  <Dialog title={`${t.title} ${row.familyName}, ${row.givenNames}`} onClose={onClose}>
    {row.before === null ? <WouldBe row={row} /> : <Judged row={row} gives={gives} />}
  </Dialog>
);

import { numberText } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import { Credits, type Reader } from '../points/credits';
import { pointsPageTexts } from '../points/points-texts';
import type { ToldCredits } from '../points/told-points';
import { deskTexts } from './desk-texts';
import { LookUpForm } from './look-up-form';

/** One course of whoever was looked up. */
export interface FoundCourse {
  readonly classCode: string;
  readonly points: ToldCredits;
}

/** What the student sees of their points, for the association. */
export const lookUpPage = (reader: Reader, viewer: Viewer, found: readonly FoundCourse[]): string => {
  const { language } = reader;
  const texts = deskTexts[language];
  const points = pointsPageTexts[language];
  return pageText({
    language,
    title: texts.lookUp,
    path: '/levering',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.lookUp}
        </h1>
        <p class="answer" role="status">
          {found.length === 0 ? texts.notFound : texts.found(found.length)}
        </p>
        {found.map(({ classCode, points: credits }) => (
          <section key={classCode} class="stack">
            <h2 class="ds-heading" data-size="sm">
              {texts.course(classCode)}
            </h2>
            <Credits
              reader={reader}
              credits={credits}
              amount={points.coursePoints(numberText(language, credits.has), numberText(language, credits.of))}
              done={credits.outcome ? `${credits.outcome[language]}. ${points.done}` : points.done}
            />
          </section>
        ))}
        <LookUpForm language={language} />
        <p>
          <a class="ds-link" href="/levering">
            {texts.back}
          </a>
        </p>
      </>
    ),
  });
};

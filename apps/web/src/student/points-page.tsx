import { type LocalDate, localDateInOslo } from '@kull/kernel';
import { type Language, numberText, weekdayText } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import type { ToldCourse, ToldCredits, ToldRequirement } from './student-points';
import { studentTexts } from './student-texts';

const MARKS = { met: '✓', not_met: '✗', waiting: '○' } as const;
const COLORS = { met: 'success', not_met: 'danger', waiting: 'info' } as const;

const dayOf = (at: string): LocalDate => (at.length > 10 ? localDateInOslo(at) : at);

/** `BI sender poengene innen onsdag 24. juni 2026`; nothing where nobody has to act. */
const nextStep = (language: Language, { actor, action, dueAt }: ToldRequirement): string | undefined => {
  const { actors, actions, by } = studentTexts[language];
  if (actor === undefined || action === undefined) return undefined;
  const act = `${actors[actor] ?? actor} ${actions[action] ?? ''}`.trim();
  return dueAt === undefined ? act : `${act} ${by(weekdayText(language, dayOf(dueAt)))}`;
};

const RequirementLine = ({ language, requirement }: { language: Language; requirement: ToldRequirement }) => {
  const { status } = requirement;
  const next = status === 'met' ? undefined : nextStep(language, requirement);
  return (
    <li>
      <span aria-hidden="true">{MARKS[status]}</span>
      <span>
        <span class="ds-sr-only">{studentTexts[language].status[status]}: </span>
        {requirement.text[language]}
      </span>
      {next && <span class="who">{next}</span>}
    </li>
  );
};

/** The answer first: how many, what is missing, who acts, by when. The rest is below, closed. */
const Credits = (props: { language: Language; credits: ToldCredits; amount: string; done: string }) => {
  const { language, credits, amount, done } = props;
  const texts = studentTexts[language];
  const { blocking, requirements } = credits;
  const next = blocking && nextStep(language, blocking);
  return (
    <div class="ds-card stack" data-color={blocking ? COLORS[blocking.status] : 'success'}>
      <p class="answer">{amount}</p>
      {blocking ? (
        <>
          <p class="ds-paragraph">
            {texts.because} {blocking.text[language]}.
          </p>
          {next && (
            <p class="ds-paragraph">
              <strong>{next}.</strong>
            </p>
          )}
        </>
      ) : (
        <p class="ds-paragraph">{done}</p>
      )}
      {requirements.length > 0 && (
        <details class="ds-details">
          <summary>{texts.requirements}</summary>
          <div>
            <ul class="requirements">
              {requirements.map((requirement) => (
                <RequirementLine key={requirement.code} language={language} requirement={requirement} />
              ))}
            </ul>
          </div>
        </details>
      )}
    </div>
  );
};

const Course = ({ language, course }: { language: Language; course: ToldCourse }) => {
  const texts = studentTexts[language];
  const { coursePoints, ectsCredits } = course;
  const amounts = ({ has, of }: ToldCredits): [string, string] => [numberText(language, has), numberText(language, of)];
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="sm">
        {course.title} · {course.classCode}
      </h2>
      {coursePoints && (
        <Credits
          language={language}
          credits={coursePoints}
          amount={texts.coursePoints(...amounts(coursePoints))}
          done={coursePoints.outcome ? `${coursePoints.outcome[language]}. ${texts.done}` : texts.done}
        />
      )}
      <Credits
        language={language}
        credits={ectsCredits}
        amount={texts.ectsCredits(...amounts(ectsCredits))}
        done={texts.ectsDone}
      />
    </section>
  );
};

/** E5: what a student has, and why not more. */
export const pointsPage = (language: Language, viewer: Viewer, courses: readonly ToldCourse[]): string => {
  const texts = studentTexts[language];
  return pageText({
    language,
    title: texts.title,
    path: '/mine-poeng',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        {courses.length === 0 && <p class="ds-paragraph">{texts.none}</p>}
        {courses.map((course) => (
          <Course key={course.classCode} language={language} course={course} />
        ))}
      </>
    ),
  });
};

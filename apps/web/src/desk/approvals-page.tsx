import type { ApprovedCourse } from '@kull/deliveries';
import { writtenDay } from '@kull/kernel';
import { type Language, numberText } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import { approvalTexts } from './approval-texts';
import { deskTexts } from './desk-texts';

const Approval = ({ language, course }: { language: Language; course: ApprovedCourse }) => {
  const texts = approvalTexts[language];
  const { terms, classes, faults } = course;
  const { approvalId, title, validFrom, validTo, minAttendance, assessmentRequired, creditLines } = terms;
  const share = (100 * minAttendance.numerator) / minAttendance.denominator;
  return (
    <section class="ds-card" data-color={faults.length > 0 ? 'warning' : undefined}>
      <div class="ds-card__block stack">
        <h2 class="ds-heading" data-size="xs">
          {approvalId} · {title}
        </h2>
        {faults.map((fault) => (
          <p key={fault} class="ds-paragraph">
            <span aria-hidden="true">⚠ </span>
            {texts.faults[fault]}
          </p>
        ))}
        <dl class="facts">
          <dt>{texts.period}</dt>
          <dd>{texts.periodOf(writtenDay(language, validFrom), writtenDay(language, validTo))}</dd>
          <dt>{texts.points}</dt>
          <dd>
            {creditLines.map(({ lineNo, specialty, purpose, category, approvedHalfHours, points }) => (
              <span key={lineNo} class="beside">
                {texts.line(
                  specialty,
                  purpose,
                  category,
                  numberText(language, approvedHalfHours / 2),
                  numberText(language, points),
                )}
              </span>
            ))}
          </dd>
          <dt>{texts.attendance}</dt>
          <dd>{texts.atLeast(numberText(language, share))}</dd>
          <dt>{texts.test}</dt>
          <dd>{assessmentRequired ? texts.testNeeded : texts.testNotNeeded}</dd>
          <dt>{texts.classes}</dt>
          <dd>
            {classes.map(({ code, endsOn, isOutside }) => (
              <span key={code} class="beside">
                {endsOn === undefined ? code : texts.endsOn(code, writtenDay(language, endsOn))}
                {isOutside && <strong> ✗ {texts.outside}</strong>}
              </span>
            ))}
          </dd>
        </dl>
      </div>
    </section>
  );
};

/** Each approval with number, period and points; what does not fit is flagged and comes first. */
export const approvalsPage = (language: Language, viewer: Viewer, courses: readonly ApprovedCourse[]): string => {
  const texts = approvalTexts[language];
  const wrong = courses.filter(({ faults }) => faults.length > 0);
  const inOrder = [...wrong, ...courses.filter(({ faults }) => faults.length === 0)];
  const answer = wrong.length > 0 ? texts.mismatches(wrong.length) : texts.allFit;
  return pageText({
    language,
    title: texts.title,
    path: '/levering/kursgodkjenninger',
    viewer,
    children: (
      <>
        <p>
          <a class="ds-link" href="/levering">
            {deskTexts[language].back}
          </a>
        </p>
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        <p class="answer">{courses.length === 0 ? texts.none : answer}</p>
        <p class="ds-paragraph">{texts.lead}</p>
        {inOrder.map((course) => (
          <Approval key={`${course.terms.approvalId} ${course.classes[0]?.code}`} language={language} course={course} />
        ))}
      </>
    ),
  });
};

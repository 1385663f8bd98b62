import type { IntakeToApplyTo } from '@kull/admissions';
import type { Language } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { timeText } from '../times';
import { State } from './fields';
import { applicationPath } from './form-paths';
import { formWords } from './words/form-words';

/** What can be applied for, and what the applicant has begun or sent. */
export const intakesPage = (language: Language, viewer: Viewer, intakes: readonly IntakeToApplyTo[]): string => {
  const { list } = formWords[language];
  return pageText({
    language,
    title: list.title,
    path: '/soknad',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {list.title}
        </h1>
        <p class="ds-paragraph">{intakes.length === 0 ? list.none : list.lead}</p>
        {intakes.map(({ definition: { intake, programme, window }, own, isOpen }) => (
          <section key={intake} class="ds-card" data-color="neutral">
            <div class="ds-card__block stack">
              <h2 class="ds-heading" data-size="xs">
                {programme.title}
              </h2>
              <p class="ds-paragraph">
                <State isDone={own === 'SENT'}>{list.own[own]}</State>
              </p>
              <p class="ds-paragraph">{(isOpen ? list.openUntil : list.closed)(timeText(language, window.closesAt))}</p>
              <p class="acts">
                <a class="ds-button" href={applicationPath(intake)}>
                  {list.act[own]}
                  <span class="ds-sr-only">: {programme.title}</span>
                </a>
              </p>
            </div>
          </section>
        ))}
        <p class="ds-paragraph">
          <a class="ds-link" href="/vedtak">
            {list.decisions}
          </a>
        </p>
      </>
    ),
  });
};

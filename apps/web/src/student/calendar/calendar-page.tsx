import type { Language } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { calendarPageTexts } from './calendar-texts';

/** The calendar of one class: its address, once the student has made one. */
export interface OwnCalendar {
  readonly classId: string;
  readonly classCode: string;
  readonly title: string;
  readonly url?: string;
}

/** What calendar programs on phones and desks open by themselves. */
const webcal = (url: string): string => url.replace(/^https?:/, 'webcal:');

const One = ({ language, calendar }: { language: Language; calendar: OwnCalendar }) => {
  const texts = calendarPageTexts[language];
  const { classId, classCode, title, url } = calendar;
  const asked = <input type="hidden" name="klasse" value={classId} />;
  return (
    <section class="ds-card">
      <div class="ds-card__block stack">
        <h2 class="ds-heading" data-size="xs">
          {title} · {classCode}
        </h2>
        {url === undefined ? (
          <form method="post" action="/kalender">
            {asked}
            <button class="ds-button" type="submit">
              {texts.make}
            </button>
          </form>
        ) : (
          <>
            <p class="acts">
              <a class="ds-button" href={webcal(url)}>
                {texts.subscribe}
              </a>
            </p>
            <p class="ds-paragraph">{texts.opens}</p>
            <p class="ds-paragraph">
              {texts.address}: <code class="address">{url}</code>
            </p>
            <p class="ds-paragraph">{texts.secret}</p>
            <form method="post" action="/kalender/ut-av-bruk">
              {asked}
              <button class="ds-button" data-variant="secondary" type="submit">
                {texts.revoke}
              </button>
            </form>
          </>
        )}
      </div>
    </section>
  );
};

/** Where students get their calendar: two taps from home. */
export const calendarPage = (language: Language, viewer: Viewer, calendars: readonly OwnCalendar[]): string => {
  const texts = calendarPageTexts[language];
  return pageText({
    language,
    title: texts.title,
    path: '/kalender',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        <p class="ds-paragraph">{calendars.length === 0 ? texts.none : texts.lead}</p>
        {calendars.map((calendar) => (
          <One key={calendar.classId} language={language} calendar={calendar} />
        ))}
        <p>
          <a class="ds-link" href="/">
            {texts.back}
          </a>
        </p>
      </>
    ),
  });
};

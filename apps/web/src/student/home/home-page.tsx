import { type Instant, localDateInOslo } from '@kull/kernel';
import type { Meeting } from '@kull/teaching';
import type { ComponentChildren } from 'preact';
import { clockText, type Language, numberText, periodText, weekdayText } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { nextStep, type Reader } from '../../points/credits';
import { pointsPageTexts } from '../../points/points-texts';
import { gravestOf, missedAndLeftText } from '../attendance-words';
import { isNumberAction } from '../number-action';
import type { Deadline, HomeCard, Urgency } from './home-cards';
import { homeTexts } from './home-texts';

const COLORS = { urgent: 'danger', important: 'warning', info: 'info' } as const;
const MARKS = { urgent: '‼', important: '⚠', info: 'ℹ' } as const;

interface CardProps {
  readonly language: Language;
  readonly urgency: Urgency;
  readonly title: string;
  /** Of the class. */
  readonly code?: string;
  readonly children: ComponentChildren;
}

const Card = ({ language, urgency, title, code, children }: CardProps) => (
  <section class="ds-card" data-color={urgency === 'info' ? 'neutral' : COLORS[urgency]}>
    <div class="ds-card__block stack">
      <div class="headline">
        <h2 class="ds-heading" data-size="xs">
          {title}
          {code !== undefined && <span class="whole"> · {code}</span>}
        </h2>
        {urgency !== 'info' && (
          <span class="ds-tag" data-color={COLORS[urgency]}>
            <span aria-hidden="true">{MARKS[urgency]}&nbsp;</span>
            {homeTexts[language].urgency[urgency]}
          </span>
        )}
      </div>
      {children}
    </div>
  </section>
);

const Act = ({ href, isFirst = false, children }: { href: string; isFirst?: boolean; children: ComponentChildren }) => (
  <a class="ds-button" data-color="accent" data-variant={isFirst ? 'primary' : 'secondary'} href={href}>
    {children}
  </a>
);

const AttendanceCard = ({ language, card }: { language: Language; card: HomeCard & { kind: 'ATTENDANCE' } }) => {
  const { attendance: title, why } = homeTexts[language];
  const { attendance, classCode } = card.course;
  const gravest = attendance && gravestOf(attendance.standings);
  if (!attendance || !gravest) return null;
  return (
    <Card language={language} urgency={card.urgency} title={title} code={classCode}>
      <p class="answer">{missedAndLeftText(language, attendance, gravest)}</p>
      <p class="acts">
        <Act href="/mine-poeng">
          {why}
          <span class="ds-sr-only"> {title}</span>
        </Act>
      </p>
    </Card>
  );
};

const placeText = (language: Language, { venue, rooms }: Meeting): string => {
  const { online, room } = homeTexts[language];
  const named = rooms.length > 0 && room(rooms.join(', '), rooms.length);
  return [venue, named].filter(Boolean).join(', ') || online;
};

const MeetingCard = ({
  language,
  card,
  now,
}: {
  language: Language;
  card: HomeCard & { kind: 'MEETING' };
  now: Instant;
}) => {
  const texts = homeTexts[language];
  const { meeting } = card;
  const { startsAt, endsAt, classId, classCode, isGuest } = meeting;
  const title = (startsAt <= now ? texts.now : texts.next)(meeting.title);
  return (
    <Card language={language} urgency={card.urgency} title={title} code={classCode}>
      <p class="answer">
        {periodText(language, localDateInOslo(startsAt), localDateInOslo(endsAt))}, {placeText(language, meeting)}
      </p>
      <p class="ds-paragraph">
        {texts.begins(clockText(startsAt))} {isGuest && texts.guest(classCode)}
      </p>
      <div class="acts">
        <Act href="/min-qr" isFirst>
          {texts.ownCode}
        </Act>
        <form method="post" action="/kalender">
          <input type="hidden" name="klasse" value={classId} />
          <button class="ds-button" data-color="accent" data-variant="secondary" type="submit">
            {texts.calendar}
          </button>
        </form>
      </div>
    </Card>
  );
};

const CreditsCard = ({ reader, card }: { reader: Reader; card: HomeCard & { kind: 'CREDITS' } }) => {
  const { language } = reader;
  const texts = homeTexts[language];
  const points = pointsPageTexts[language];
  const { credits, course, award, urgency } = card;
  const { blocking } = credits;
  const next = blocking && nextStep(reader, blocking);
  const amount = points[award](numberText(language, credits.has), numberText(language, credits.of));
  return (
    <Card language={language} urgency={urgency} title={texts.credits} code={course.classCode}>
      <p class="answer">{amount}</p>
      <p class="ds-paragraph">
        {blocking ? `${points.because} ${blocking.text[language]}.` : points.done}
        {next && <strong> {next}.</strong>}
      </p>
      <p class="acts">
        {blocking && isNumberAction(blocking) && (
          <Act href="/min-profil#hpr" isFirst>
            {texts.correctNumber}
          </Act>
        )}
        <Act href="/mine-poeng">
          {texts.why}
          <span class="ds-sr-only"> {amount}</span>
        </Act>
      </p>
    </Card>
  );
};

const dayText = (language: Language, { on, at }: Deadline): string =>
  at ? homeTexts[language].at(weekdayText(language, on), clockText(at)) : weekdayText(language, on);

const DeadlinesCard = ({ language, card }: { language: Language; card: HomeCard & { kind: 'DEADLINES' } }) => {
  const { deadlines: title, deadline } = homeTexts[language];
  return (
    <Card language={language} urgency={card.urgency} title={title}>
      <ul class="plain">
        {card.deadlines.map((one) => (
          <li key={`${one.kind}/${one.of}/${one.on}`}>
            <strong>{dayText(language, one)}:</strong> {deadline[one.kind](one.of)}
          </li>
        ))}
      </ul>
    </Card>
  );
};

const cardOf = (reader: Reader, now: Instant, card: HomeCard) => {
  const { language } = reader;
  switch (card.kind) {
    case 'ATTENDANCE':
      return <AttendanceCard language={language} card={card} />;
    case 'MEETING':
      return <MeetingCard language={language} card={card} now={now} />;
    case 'CREDITS':
      return <CreditsCard reader={reader} card={card} />;
    case 'DEADLINES':
      return <DeadlinesCard language={language} card={card} />;
  }
};

export interface HomeParts {
  readonly givenNames: string;
  readonly cards: readonly HomeCard[];
  readonly now: Instant;
}

/** Home: what is next, the most urgent first. */
export const homePage = (reader: Reader, viewer: Viewer, { givenNames, cards, now }: HomeParts): string => {
  const { language } = reader;
  const texts = homeTexts[language];
  return pageText({
    language,
    title: texts.title,
    path: '/',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {givenNames === '' ? texts.title : texts.greeting(givenNames)}
        </h1>
        {cards.length === 0 && (
          <>
            <p class="ds-paragraph">{texts.noCourses}</p>
            <p class="acts">
              <Act href="/soknad">{texts.apply}</Act>
            </p>
          </>
        )}
        {cards.map((card) => cardOf(reader, now, card))}
      </>
    ),
  });
};

import type { ChangedDeskLine, DeskDelivery } from '@kull/deliveries';
import { localDateInOslo, writtenDay } from '@kull/kernel';
import { clockText, type Language, numberText } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import { deskTexts } from './desk-texts';
import { LookUpForm } from './look-up-form';

/** A delivery that nobody at the association has fetched yet, with what it changes. */
export interface NewDelivery {
  readonly delivery: DeskDelivery;
  readonly changed: readonly ChangedDeskLine[];
}

export interface DeskParts {
  readonly news: readonly NewDelivery[];
  /** The newest first; those that are new are among them. */
  readonly deliveries: readonly DeskDelivery[];
}

const sixDigits = (seq: number): string => String(seq).padStart(6, '0');

const whenText = (language: Language, at: string): string =>
  `${writtenDay(language, localDateInOslo(at))} ${clockText(at)}`;

const fileAt = ({ id }: DeskDelivery, name: string): string =>
  `/api/v1/exports/${id}/files/${encodeURIComponent(name)}`;

const Downloads = ({ language, delivery }: { language: Language; delivery: DeskDelivery }) => {
  const { file, manifest, delivery: called } = deskTexts[language];
  const of = called(sixDigits(delivery.batchSeq));
  return (
    <div class="acts">
      <a class="ds-button" href={fileAt(delivery, delivery.fileName)}>
        {file}
        <span class="ds-sr-only"> {of}</span>
      </a>
      <a class="ds-button" data-variant="secondary" href={fileAt(delivery, delivery.manifestName)}>
        {manifest}
        <span class="ds-sr-only"> {of}</span>
      </a>
    </div>
  );
};

const Changed = ({ language, changed }: { language: Language; changed: readonly ChangedDeskLine[] }) => {
  const texts = deskTexts[language];
  const points = ({ action, points: now, pointsBefore }: ChangedDeskLine): string => {
    const after = numberText(language, action === 'REVOKE' ? 0 : now);
    const way = pointsBefore === null ? after : `${numberText(language, pointsBefore)} → ${after}`;
    return action === 'REVOKE' ? `${way}, ${texts.withdrawn}` : way;
  };
  return (
    <table class="ds-table">
      <caption>{texts.lookFirst}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.certificate}</th>
          <th scope="col">{texts.points}</th>
          <th scope="col">{texts.reason}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((line) => (
          <tr key={`${line.certificateNo}/${line.lineNo}`}>
            <th scope="row">{line.certificateNo}</th>
            <td>{points(line)}</td>
            <td>{texts.reasons[line.reasonCode ?? ''] ?? line.reasonCode}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const New = ({ language, news }: { language: Language; news: NewDelivery }) => {
  const texts = deskTexts[language];
  const { delivery, changed } = news;
  const { addCount, correctCount, revokeCount } = delivery;
  return (
    <section class="ds-card" data-color="info">
      <div class="ds-card__block stack">
        <h2 class="ds-heading" data-size="xs">
          {texts.delivery(sixDigits(delivery.batchSeq))} · {whenText(language, delivery.createdAt)}
        </h2>
        <p class="ds-paragraph">
          {texts.lines(addCount, correctCount, revokeCount)} ·{' '}
          {texts.newPoints(numberText(language, delivery.pointsTotalAdd))}
        </p>
        {changed.length > 0 && <Changed language={language} changed={changed} />}
        <Downloads language={language} delivery={delivery} />
        <p class="ds-paragraph hash">SHA-256 {delivery.fileSha256}</p>
      </div>
    </section>
  );
};

const Earlier = ({ language, deliveries }: { language: Language; deliveries: readonly DeskDelivery[] }) => {
  const texts = deskTexts[language];
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="sm" id="tidligere">
        {texts.earlier}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone is reached by the keyboard */}
      <section class="scrolls" tabIndex={0} aria-labelledby="tidligere">
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{texts.number}</th>
              <th scope="col">{texts.made}</th>
              <th scope="col">{texts.content}</th>
              <th scope="col">{texts.fetched}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <a class="ds-link" href={fileAt(one, one.fileName)}>
                    {sixDigits(one.batchSeq)}
                  </a>
                </th>
                <td>{whenText(language, one.createdAt)}</td>
                <td>{texts.lines(one.addCount, one.correctCount, one.revokeCount)}</td>
                <td>{one.fetched ? `${one.fetched.by}, ${whenText(language, one.fetched.at)}` : texts.notFetched}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
};

/** E6: what is new first, what it changes before all else. */
export const deskPage = (language: Language, viewer: Viewer, { news, deliveries }: DeskParts): string => {
  const texts = deskTexts[language];
  return pageText({
    language,
    title: texts.title,
    path: '/levering',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        <p class="answer">
          {deliveries.length === 0 ? texts.none : news.length === 0 ? texts.nothingNew : texts.news(news.length)}
        </p>
        {news.map((one) => (
          <New key={one.delivery.id} language={language} news={one} />
        ))}
        <LookUpForm language={language} />
        {deliveries.length > 0 && <Earlier language={language} deliveries={deliveries} />}
      </>
    ),
  });
};

import { type Draw, lotteryNumber } from '@kull/admissions';
import type { Language } from '../kit/language';
import { pageText } from '../kit/page';
import { drawTexts } from './draw-texts';
import { timeText } from './times';

/** The text as one word of a shell. */
const shellWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const Result = (props: { language: Language; draw: Draw; applicationNo: string }) => {
  const { language, draw, applicationNo } = props;
  const { result, command } = drawTexts[language];
  return (
    <div class="stack" role="status">
      <p class="ds-paragraph">{result(applicationNo)}</p>
      <p class="hash">
        <code>{lotteryNumber(draw.lotterySeed, applicationNo)}</code>
      </p>
      <p class="ds-paragraph">{command}</p>
      <p class="hash">
        <code>printf %s {shellWord(`${draw.lotterySeed}:${applicationNo}`)} | sha256sum</code>
      </p>
    </div>
  );
};

/** W4: the seed of the draw, since when it stands, and the same sum for anybody to do. */
export const drawPage = (language: Language, path: string, draw: Draw, applicationNo: string): string => {
  const texts = drawTexts[language];
  const { lotterySeed, recordedAt, closesAt, position, hash } = draw;
  const isBefore = recordedAt <= closesAt;
  return pageText({
    language,
    title: texts.title,
    path: applicationNo ? `${path}?${new URLSearchParams({ soknad: applicationNo })}` : path,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        <p class="ds-paragraph">
          {draw.programme} · {draw.intake}
        </p>
        <p class="ds-paragraph">{texts.lead}</p>
        <dl class="facts">
          <dt>{texts.seed}</dt>
          <dd>
            <code>{lotterySeed}</code>
          </dd>
          <dt>{texts.recorded}</dt>
          <dd>{timeText(language, recordedAt)}</dd>
          <dt>{texts.closes}</dt>
          <dd>{timeText(language, closesAt)}</dd>
          <dt>{texts.entry}</dt>
          <dd>
            {texts.position(position)} <code class="hash">{hash}</code>
          </dd>
        </dl>
        <div class="ds-alert" data-color={isBefore ? 'success' : 'warning'}>
          <p class="ds-paragraph">{isBefore ? texts.before : texts.after}</p>
        </div>
        <h2 class="ds-heading" data-size="sm">
          {texts.how}
        </h2>
        <ol class="ds-list">
          {texts.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <form class="look-up" method="get" action={path}>
          <label class="ds-label" for="soknad">
            {texts.applicationNo}
          </label>
          <div class="acts">
            <input
              class="ds-input"
              id="soknad"
              name="soknad"
              required
              maxlength={64}
              autocomplete="off"
              value={applicationNo}
            />
            <button class="ds-button" type="submit">
              {texts.workOut}
            </button>
          </div>
        </form>
        {applicationNo && <Result language={language} draw={draw} applicationNo={applicationNo} />}
      </>
    ),
  });
};

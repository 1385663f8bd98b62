import type { OwnNumberAnswer } from '@kull/credits';
import { type Language, numberText } from '../../kit/language';
import { profileTexts } from './profile-texts';

/** What became of a number: asked about only, or saved. */
export interface NumberAnswer extends OwnNumberAnswer {
  readonly given: string;
  readonly isSaved: boolean;
}

/** All but the last two digits: enough to see which number it is. */
const masked = (number: string): string => `${number.slice(0, -2)}**`;

const Answer = ({ language, answer }: { language: Language; answer: NumberAnswer }) => {
  const texts = profileTexts[language];
  const { status, releases, given, isSaved } = answer;
  const isRight = status === 'VERIFIED';
  const say = isSaved ? texts.released : texts.wouldRelease;
  return (
    <div class="ds-alert" data-color={isRight ? 'success' : 'warning'} role={isRight ? 'status' : 'alert'}>
      <div class="stack">
        <p class="ds-paragraph">
          <strong>{isSaved && isRight ? texts.numberSaved : texts.status[status]}</strong>
        </p>
        {releases.map(({ classCode, coursePoints }) => (
          <p key={classCode} class="ds-paragraph">
            {say(numberText(language, coursePoints), classCode)}
          </p>
        ))}
        {isRight && releases.length === 0 && <p class="ds-paragraph">{texts.nothingHeld}</p>}
        {isRight && !isSaved && (
          <form method="post" action="/min-profil/hpr-nummer">
            <input type="hidden" name="nummer" value={given} />
            <button class="ds-button" type="submit">
              {texts.save}
            </button>
          </form>
        )}
      </div>
    </div>
  );
};

interface NumberProps {
  readonly language: Language;
  readonly hprNumber?: string;
  readonly answer?: NumberAnswer;
}

/** The HPR number: what we have, and how it is corrected. A number is sent in the body, never in an address. */
export const NumberSection = ({ language, hprNumber, answer }: NumberProps) => {
  const texts = profileTexts[language];
  return (
    <section class="stack" id="hpr">
      <h2 class="ds-heading" data-size="sm">
        {texts.number}
      </h2>
      {answer && <Answer language={language} answer={answer} />}
      <p class="ds-paragraph">{hprNumber === undefined ? texts.numberNone : texts.numberNow(masked(hprNumber))}</p>
      <form class="look-up" method="post" action="/min-profil/hpr-kontroll#hpr">
        <label class="ds-label" for="nummer">
          {texts.newNumber}
        </label>
        <p class="ds-paragraph hint" id="nummer-hint">
          {texts.numberHint}
        </p>
        <div class="acts">
          <input
            class="ds-input"
            id="nummer"
            name="nummer"
            inputMode="numeric"
            required
            maxlength={16}
            autocomplete="off"
            aria-describedby="nummer-hint"
            aria-invalid={answer !== undefined && answer.status !== 'VERIFIED' ? 'true' : undefined}
            value={answer?.isSaved ? '' : answer?.given}
          />
          <button class="ds-button" type="submit">
            {texts.check}
          </button>
        </div>
      </form>
    </section>
  );
};

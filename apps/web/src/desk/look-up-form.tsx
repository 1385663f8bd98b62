import type { Language } from '../kit/language';
import { deskTexts } from './desk-texts';

/** Asks for a number; sent in the body, since no number stands in an address. */
export const LookUpForm = ({ language }: { language: Language }) => {
  const { lookUp, lookUpHint, search } = deskTexts[language];
  return (
    <form class="look-up" method="post" action="/levering/oppslag">
      <h2 class="ds-heading" data-size="sm">
        {lookUp}
      </h2>
      <label class="ds-label" for="nummer">
        {lookUpHint}
      </label>
      <div class="acts">
        <input class="ds-input" id="nummer" name="nummer" required maxlength={64} autocomplete="off" />
        <button class="ds-button" type="submit">
          {search}
        </button>
      </div>
    </form>
  );
};

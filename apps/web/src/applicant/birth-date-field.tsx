import type { Language } from '../kit/language';
import { proofTexts } from './proof-texts';

/** Asks for the birth date in one field: quicker on a telephone than three, or than a calendar from this year back. */
export const BirthDateField = ({ language, isWrong }: { language: Language; isWrong: boolean }) => {
  const { birthDate, birthDateHint, wrong } = proofTexts[language];
  return (
    <div class="ds-field">
      <label class="ds-label" for="fodselsdato">
        {birthDate}
      </label>
      <p id="fodselsdato-hint" data-field="description">
        {birthDateHint}
      </p>
      <input
        class="ds-input birth-date"
        id="fodselsdato"
        name="fodselsdato"
        inputmode="numeric"
        autocomplete="bday"
        required
        maxlength={12}
        aria-describedby={isWrong ? 'fodselsdato-hint fodselsdato-feil' : 'fodselsdato-hint'}
        aria-invalid={isWrong}
      />
      {isWrong && (
        <p id="fodselsdato-feil" class="ds-validation-message" data-color="danger">
          {wrong}
        </p>
      )}
    </div>
  );
};

/** The other way to say who one is. */
export const LogInInstead = ({ language, path }: { language: Language; path: string }) => {
  const { or, logIn } = proofTexts[language];
  return (
    <p class="ds-paragraph">
      {or}{' '}
      <a class="ds-link" href={`/logg-inn?${new URLSearchParams({ til: path })}`}>
        {logIn}
      </a>
    </p>
  );
};

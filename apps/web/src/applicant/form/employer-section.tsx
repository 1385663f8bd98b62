import type { OwnDraft } from '@kull/admissions';
import { type Language, weekdayText } from '../../kit/language';
import { timeText } from '../times';
import { ErrorSummary } from './fields';
import { applicationPath } from './form-paths';
import { type FormRefusal, formWords } from './words/form-words';

/** What was written about the leader, and could not be used. */
export interface LeaderGiven {
  readonly name: string;
  readonly email: string;
}

interface EmployerProps {
  readonly language: Language;
  readonly draft: OwnDraft;
  readonly leader?: LeaderGiven | undefined;
  readonly refusal?: FormRefusal | undefined;
}

const LinkForm = ({ language, draft, leader, refusal }: EmployerProps) => {
  const { employer: words, errorTitle, refusals } = formWords[language];
  const { definition, employerLink } = draft;
  const given = leader ?? employerLink?.recipient;
  return (
    <form class="stack form" method="post" action={`${applicationPath(definition.intake)}/arbeidsgiver`} noValidate>
      <div class="ds-field">
        <label class="ds-label" for="leder-navn">
          {words.name}
        </label>
        <input
          class="ds-input"
          id="leder-navn"
          name="navn"
          autocomplete="off"
          maxlength={100}
          value={given?.name ?? ''}
          aria-invalid={refusal === 'LEADER_NAME_MISSING' ? 'true' : undefined}
        />
      </div>
      <div class="ds-field">
        <label class="ds-label" for="leder-epost">
          {words.email}
        </label>
        <p id="leder-epost-hint" data-field="description">
          {words.emailHint}
        </p>
        <input
          class="ds-input"
          id="leder-epost"
          name="epost"
          type="email"
          autocomplete="off"
          maxlength={200}
          value={given?.email ?? ''}
          aria-describedby="leder-epost-hint"
          aria-invalid={refusal === 'LEADER_EMAIL_INVALID' ? 'true' : undefined}
        />
      </div>
      {refusal && (
        <ErrorSummary
          title={errorTitle}
          faults={[
            { href: refusal === 'LEADER_NAME_MISSING' ? '#leder-navn' : '#leder-epost', text: refusals[refusal] },
          ]}
        />
      )}
      <button class="ds-button" data-variant="secondary" type="submit">
        {employerLink ? words.again : words.send}
      </button>
    </form>
  );
};

/** The employer's confirmation: what it is, how it stands, and the link to the leader. */
export const EmployerSection = (props: EmployerProps) => {
  const { language, draft, refusal } = props;
  const { employer: words } = formWords[language];
  const { confirmation, employerLink, mayAskEmployer, isOpen, faults, definition } = draft;
  const isPostThere = faults.LEADER_ROLE.length === 0;
  const said = () => {
    if (confirmation) {
      const { signed, on } = confirmation;
      const by = signed ? `${signed.name}, ${signed.title}` : words.leader;
      return (
        <>
          <span aria-hidden="true">✓ </span>
          {words.confirmed(by, weekdayText(language, on))}
        </>
      );
    }
    if (!employerLink) return words.why(timeText(language, definition.window.closesAt));
    const { recipient, askedAt, validUntil, state } = employerLink;
    const until = timeText(language, validUntil);
    if (state === 'CHANGED') return words.changed;
    if (state === 'EXPIRED') return words.expired(until);
    return words.waiting(recipient?.email ?? words.leader, timeText(language, askedAt), until);
  };
  return (
    <section class="stack" id="arbeidsgiver">
      <h2 class="ds-heading" data-size="sm">
        {words.title}
      </h2>
      <p class="ds-paragraph">{said()}</p>
      {isOpen && mayAskEmployer && !isPostThere && <p class="ds-paragraph">{words.needsPost}</p>}
      {isOpen &&
        mayAskEmployer &&
        isPostThere &&
        (employerLink?.state === 'WAITING' && !refusal ? (
          <details class="ds-details">
            <summary>{words.again}</summary>
            <div>
              <LinkForm {...props} />
            </div>
          </details>
        ) : (
          <LinkForm {...props} />
        ))}
    </section>
  );
};

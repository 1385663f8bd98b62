import type { WebhookAttemptRecord, WebhookRecord } from '@kull/deliveries';
import { webhookTypes } from '@kull/deliveries';
import { type Language, numberText } from '../kit/language';
import { Scrolling } from '../kit/scrolling';
import { whenText } from './delivery-parts';
import { machinesTexts } from './machines-texts';

export const webhookAt = (id: string, act = ''): string =>
  `/levering/maskintilgang/webhooker/${encodeURIComponent(id)}${act === '' ? '' : `/${act}`}`;

/** `200 på 88 ms`, or why there was no answer. */
export const answerText = (language: Language, { status, fault, durationMs }: WebhookAttemptRecord): string => {
  const { answered, noAnswer } = machinesTexts[language];
  const ms = numberText(language, durationMs);
  return status === null ? noAnswer(fault ?? '–', ms) : answered(status, ms);
};

const typeText = (language: Language, type: string): string => {
  const { types } = machinesTexts[language];
  return types[type as keyof typeof types] ?? type;
};

const Act = ({ id, act, text, quiet = false }: { id: string; act: string; text: string; quiet?: boolean }) => (
  <form method="post" action={webhookAt(id, act)}>
    <button class="ds-button" data-variant={quiet ? 'tertiary' : 'secondary'} type="submit">
      {text}
    </button>
  </form>
);

interface WebhookProps {
  readonly language: Language;
  readonly webhook: WebhookRecord;
  /** One below that of what it stands under. */
  readonly heading: 'h2' | 'h3';
}

/** One address: what it is told of, a test in one click, and where its log is. */
export const Webhook = ({ language, webhook, heading: Heading }: WebhookProps) => {
  const texts = machinesTexts[language];
  const { id, url, types, closedAt, closedBecause } = webhook;
  return (
    <section class="ds-card">
      <div class="ds-card__block stack">
        <Heading class="ds-heading hash" data-size="2xs">
          {url}
        </Heading>
        <p class="ds-paragraph">
          {texts.events}: {types.map((type) => typeText(language, type)).join(', ')}
        </p>
        {closedAt !== null && (
          <p class="ds-paragraph">✗ {texts.closed(whenText(language, closedAt), closedBecause === 'GONE')}</p>
        )}
        <div class="acts">
          {closedAt === null && <Act id={id} act="test" text={texts.test} />}
          <a class="ds-link" href={webhookAt(id)}>
            {texts.log}
            <span class="ds-sr-only"> {url}</span>
          </a>
          {closedAt === null && <Act id={id} act="stenging" text={texts.close} quiet />}
        </div>
      </div>
    </section>
  );
};

/** What else is to be told where. */
export const NewWebhook = ({ language, formId, url }: { language: Language; formId: string; url?: string }) => {
  const texts = machinesTexts[language];
  return (
    <form method="post" action="/levering/maskintilgang/webhooker" class="look-up">
      <h3 class="ds-heading" data-size="2xs">
        {texts.newWebhook}
      </h3>
      <input type="hidden" name="skjema" value={formId} />
      <label class="ds-label" for="adresse">
        {texts.addressHint}
      </label>
      <input class="ds-input" id="adresse" name="adresse" type="url" required maxlength={300} value={url ?? ''} />
      <fieldset class="choices">
        <legend class="ds-label">{texts.events}</legend>
        {webhookTypes.map((type) => (
          <label key={type} class="choice">
            <input class="ds-input" type="checkbox" name={type} value="ja" checked /> {texts.types[type]}
          </label>
        ))}
      </fieldset>
      <div class="acts">
        <button class="ds-button" type="submit">
          {texts.add}
        </button>
      </div>
    </form>
  );
};

/** What an address was told, and what it answered. */
export const Attempts = ({
  language,
  webhook,
  attempts,
}: {
  language: Language;
  webhook: WebhookRecord;
  attempts: readonly WebhookAttemptRecord[];
}) => {
  const texts = machinesTexts[language];
  const seen = new Set<string>();
  return (
    <Scrolling labelledBy="logg">
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{texts.when}</th>
            <th scope="col">{texts.event}</th>
            <th scope="col">{texts.answer}</th>
            <th scope="col">{texts.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((one) => {
            const { position, messageId, type, outcome, at, nextAttemptAt } = one;
            // The newest attempt of a message stands for it.
            const isLast = !seen.has(messageId);
            seen.add(messageId);
            return (
              <tr key={position}>
                <th scope="row">{whenText(language, at)}</th>
                <td>{typeText(language, type)}</td>
                <td>{answerText(language, one)}</td>
                <td>
                  {texts.outcomes[outcome] ?? outcome}
                  {isLast && nextAttemptAt !== null && (
                    <span class="beside">{texts.next(whenText(language, nextAttemptAt))}</span>
                  )}
                  {isLast && outcome !== 'FAILED' && webhook.closedAt === null && (
                    <form method="post" action={webhookAt(webhook.id, 'ny-sending')}>
                      <input type="hidden" name="melding" value={messageId} />
                      <button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">
                        {texts.resend}
                        <span class="ds-sr-only"> {messageId}</span>
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scrolling>
  );
};

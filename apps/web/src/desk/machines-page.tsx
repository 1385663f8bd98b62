import type {
  DeskClientFault,
  DeskWebhookFault,
  OwnMachineClient,
  WebhookAttemptRecord,
  WebhookRecord,
} from '@kull/deliveries';
import type { Language } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import { deskTexts } from './desk-texts';
import { KeysField, MachineClient } from './machine-clients';
import { Attempts, answerText, NewWebhook, Webhook, webhookAt } from './machine-webhooks';
import { machinesTexts } from './machines-texts';

/** What became of what was just asked for. */
export type MachineResult =
  | { readonly kind: 'registered'; readonly clientId: string }
  | { readonly kind: 'rotated' | 'suspended' | 'resent' | 'closedNow' }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'tested'; readonly answer?: WebhookAttemptRecord }
  | { readonly kind: 'fault'; readonly fault: DeskClientFault | DeskWebhookFault };

export interface MachinesParts {
  readonly clients: readonly OwnMachineClient[];
  readonly webhooks: readonly WebhookRecord[];
  /** Sent once more, a form of this page makes nothing twice. */
  readonly formId: string;
  /** What was written and could not be taken; never keys. */
  readonly url?: string;
  readonly result?: MachineResult;
}

const colorOf = (result: MachineResult): 'danger' | 'warning' | 'success' | 'info' => {
  switch (result.kind) {
    case 'fault':
      return 'danger';
    case 'secret':
      return 'warning';
    case 'tested':
      return result.answer?.outcome === 'DELIVERED' ? 'success' : result.answer ? 'warning' : 'info';
    case 'registered':
    case 'rotated':
    case 'suspended':
    case 'resent':
    case 'closedNow':
      return 'success';
  }
};

const resultText = (language: Language, result: MachineResult): string => {
  const texts = machinesTexts[language];
  switch (result.kind) {
    case 'fault':
      return texts.faults[result.fault];
    case 'secret':
      return texts.secretOnce;
    case 'tested':
      return result.answer ? answerText(language, result.answer) : texts.notYet;
    case 'registered':
      return texts.registered(result.clientId);
    case 'rotated':
    case 'suspended':
    case 'resent':
    case 'closedNow':
      return texts[result.kind];
  }
};

const Result = ({ language, result }: { language: Language; result: MachineResult }) => (
  <div class="ds-alert" data-color={colorOf(result)} role={result.kind === 'fault' ? 'alert' : 'status'}>
    <p class="ds-paragraph hash">{resultText(language, result)}</p>
    {result.kind === 'secret' && (
      <p class="ds-paragraph hash">
        <code>{result.secret}</code>
      </p>
    )}
  </div>
);

const Way = ({ href, text }: { href: string; text: string }) => (
  <p>
    <a class="ds-link" href={href}>
      {text}
    </a>
  </p>
);

/** Which programs come in by themselves, and where they are told of what is new. */
export const machinesPage = (language: Language, viewer: Viewer, parts: MachinesParts): string => {
  const texts = machinesTexts[language];
  const { clients, webhooks, formId, url, result } = parts;
  return pageText({
    language,
    title: texts.title,
    path: '/levering/maskintilgang',
    viewer,
    children: (
      <>
        <Way href="/levering" text={deskTexts[language].back} />
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        {result && <Result language={language} result={result} />}
        <p class="ds-paragraph">
          {texts.lead}{' '}
          <a class="ds-link" href="/api/docs">
            {texts.guide}
          </a>
        </p>
        <h2 class="ds-heading" data-size="sm">
          {texts.clients}
        </h2>
        {clients.length === 0 && <p class="ds-paragraph">{texts.noClients}</p>}
        {clients.map((client) => (
          <MachineClient key={client.clientId} language={language} client={client} />
        ))}
        <form method="post" action="/levering/maskintilgang/klienter" class="look-up">
          <h3 class="ds-heading" data-size="2xs">
            {texts.newClient}
          </h3>
          <input type="hidden" name="skjema" value={formId} />
          <KeysField language={language} id="nokler" />
          <div class="acts">
            <button class="ds-button" type="submit">
              {texts.register}
            </button>
          </div>
        </form>
        <h2 class="ds-heading" data-size="sm">
          {texts.webhooks}
        </h2>
        {webhooks.length === 0 && <p class="ds-paragraph">{texts.noWebhooks}</p>}
        {webhooks.map((webhook) => (
          <Webhook key={webhook.id} language={language} webhook={webhook} heading="h3" />
        ))}
        <NewWebhook language={language} formId={formId} {...(url !== undefined && { url })} />
      </>
    ),
  });
};

/** The log of one address. */
export const attemptsPage = (
  language: Language,
  viewer: Viewer,
  parts: {
    readonly webhook: WebhookRecord;
    readonly attempts: readonly WebhookAttemptRecord[];
    readonly result?: MachineResult;
  },
): string => {
  const texts = machinesTexts[language];
  const { webhook, attempts, result } = parts;
  return pageText({
    language,
    title: texts.logTitle,
    path: webhookAt(webhook.id),
    viewer,
    children: (
      <>
        <Way href="/levering/maskintilgang" text={texts.back} />
        <h1 class="ds-heading" data-size="md" id="logg">
          {texts.logTitle}
        </h1>
        {result && <Result language={language} result={result} />}
        <Webhook language={language} webhook={webhook} heading="h2" />
        {attempts.length === 0 ? (
          <p class="ds-paragraph">{texts.noAttempts}</p>
        ) : (
          <Attempts language={language} webhook={webhook} attempts={attempts} />
        )}
      </>
    ),
  });
};

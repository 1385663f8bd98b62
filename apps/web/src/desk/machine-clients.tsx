import type { OwnMachineClient } from '@kull/deliveries';
import type { Language } from '../kit/language';
import { whenText } from './delivery-parts';
import { machinesTexts } from './machines-texts';

const at = (clientId: string, act: string): string =>
  `/levering/maskintilgang/klienter/${encodeURIComponent(clientId)}/${act}`;

/** Where keys are pasted; `id` tells one place on the page from another. */
export const KeysField = ({ language, id, pasted }: { language: Language; id: string; pasted?: string }) => {
  const { pasteKeys, pasteHint } = machinesTexts[language];
  return (
    <>
      <label class="ds-label" for={id}>
        {pasteKeys}
      </label>
      <p class="ds-paragraph hash" id={`${id}-hint`}>
        {pasteHint}
      </p>
      <textarea
        class="ds-input keys"
        id={id}
        name="nokler"
        rows={5}
        required
        maxlength={12_000}
        spellcheck={false}
        aria-describedby={`${id}-hint`}
      >
        {pasted}
      </textarea>
    </>
  );
};

/** One program: its keys, when it was last used, and what can be done about it. */
export const MachineClient = ({ language, client }: { language: Language; client: OwnMachineClient }) => {
  const texts = machinesTexts[language];
  const { clientId, keys, keysAt, lastUsedAt, suspendedAt } = client;
  return (
    <section class="ds-card">
      <div class="ds-card__block stack">
        <h3 class="ds-heading hash" data-size="2xs">
          {texts.client} {clientId}
        </h3>
        <dl class="facts">
          <dt>{texts.keys}</dt>
          <dd>
            {keys.map(({ kid, alg }) => `${kid} (${alg})`).join(', ')}, {texts.keysSince(whenText(language, keysAt))}
          </dd>
          <dt>{texts.lastUsed}</dt>
          <dd>{lastUsedAt === null ? texts.neverUsed : whenText(language, lastUsedAt)}</dd>
          <dt>{texts.outcome}</dt>
          <dd>
            {suspendedAt === null ? `✓ ${texts.open}` : `✗ ${texts.suspendedSince(whenText(language, suspendedAt))}`}
          </dd>
        </dl>
        {suspendedAt === null && (
          <>
            <details class="ds-details">
              <summary>
                {texts.rotate}
                <span class="ds-sr-only"> {clientId}</span>
              </summary>
              <form method="post" action={at(clientId, 'nokler')} class="look-up">
                <KeysField language={language} id={`nokler-${clientId}`} />
                <label class="choice">
                  <input class="ds-input" type="checkbox" name="behold" value="ja" checked /> {texts.keepOld}
                </label>
                <div class="acts">
                  <button class="ds-button" type="submit">
                    {texts.rotate}
                  </button>
                </div>
              </form>
            </details>
            <details class="ds-details">
              <summary>
                {texts.suspend}
                <span class="ds-sr-only"> {clientId}</span>
              </summary>
              <form method="post" action={at(clientId, 'stenging')} class="look-up">
                <p class="ds-paragraph">{texts.suspendHint}</p>
                <div class="acts">
                  <button class="ds-button" data-color="danger" type="submit">
                    {texts.suspend}
                  </button>
                </div>
              </form>
            </details>
          </>
        )}
      </div>
    </section>
  );
};

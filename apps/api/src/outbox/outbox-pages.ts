import { Html, html } from '@kull/http';
import type { WrittenTextMessage } from '@kull/mail';
import { counted, instant } from '../page/format';
import { pageOf } from '../page/page';
import type { ListedLetter, OpenedLetter, OutboxList } from './outbox';

const outboxPageOf = (title: string, main: Html): string => pageOf(`${title} – Kull`, main, { style: 'outbox.css' });

const when = (at: string): Html => html`<time datetime="${at}">${instant(at)}</time>`;

const letterRow = ({ id, at, subject, to }: ListedLetter): Html =>
  html`<li><a href="/utboks/${id}">${subject || '(uten emne)'}</a>${when(at)}<span class="recipient">${to}</span></li>`;

const textRow = ({ at, to, text }: WrittenTextMessage): Html =>
  html`<li><span class="code">${to}</span>${when(at)}<span class="recipient">${text}</span></li>`;

/** A list of one kind, or words for that there is none. */
const card = (id: string, title: string, rows: readonly Html[], more: Html | undefined, none: string): Html => html`
<section class="card" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${rows.length > 0 ? html`<ul class="rows messages">\n${rows}\n</ul>${more}` : html`<p class="empty">${none}</p>`}
</section>`;

/** The newest letters and text messages of this machine. */
export const outboxPage = ({ letters, letterCount, textMessages }: OutboxList): string => {
  const older = letterCount - letters.length;
  return outboxPageOf(
    'Utboks',
    html`
<h1>Utboks</h1>
<p class="lead">E-post og tekstmeldinger som tjenesten har sendt på denne maskinen. Ingenting av det går videre.</p>
${card(
  'e-post',
  'E-post',
  letters.map(letterRow),
  older > 0 ? html`<p class="small">${counted(older, 'eldre brev', 'eldre brev')} vises ikke.</p>` : undefined,
  'Ingen brev ennå. De kommer her når en påminnelse er sendt.',
)}
${card('sms', 'Tekstmeldinger', textMessages.map(textRow), undefined, 'Ingen tekstmeldinger ennå.')}`,
  );
};

const LINK = /https?:\/\/[\x21-\x7e]+/g;

/** Text with its addresses as links. */
const linked = (text: string): readonly Html[] => {
  const parts: Html[] = [];
  let end = 0;
  for (const { 0: url, index } of text.matchAll(LINK)) {
    parts.push(html`${text.slice(end, index)}<a href="${url}">${url}</a>`);
    end = index + url.length;
  }
  return [...parts, html`${text.slice(end)}`];
};

const row = (term: string, value: Html | string): Html => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

/** One letter, as it is shown and as plain text. */
export const letterPage = ({
  id,
  at,
  subject,
  to,
  from,
  messageId,
  text,
  html: shown,
  attachments,
}: OpenedLetter): string =>
  outboxPageOf(
    `${subject} – Utboks`,
    html`
<p class="back"><a href="/utboks">← Utboks</a></p>
<h1>${subject || '(uten emne)'}</h1>
<dl class="envelope">
${row('Til', to)}
${row('Fra', from)}
${row('Sendt', when(at))}
${row('Id', html`<code>${messageId}</code>`)}
${attachments.length > 0 ? row('Vedlegg', attachments.join(', ')) : undefined}
</dl>
<div class="letter">
${
  shown === undefined
    ? undefined
    : html`<section aria-labelledby="vist"><h2 id="vist">Slik det vises</h2><iframe class="shown" src="/utboks/${id}/html" title="Brevet slik det vises" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe></section>`
}
<section aria-labelledby="tekst"><h2 id="tekst">Som ren tekst</h2><pre class="plain" tabindex="0">${linked(text)}</pre></section>
</div>`,
  );

/** The letter's own HTML; its links open beside the outbox. */
export const shownLetter = (letter: string): string => letter.replace('<head>', '<head>\n<base target="_blank">');

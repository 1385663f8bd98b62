import { html } from '@kull/http';
import type { Instant } from '@kull/kernel';
import type { ShareRejection } from '../domain/share';
import type { ShareRecord } from '../read-models/certificate-shares.query';
import { dateText, factList, messagePage, publicPage, timeText } from './public-page';
import type { SharedView } from './share.dto';
import { shareTexts } from './share-texts';
import { certificateTitle, factRows, finding } from './verification-page';
import { type PageLanguage, verificationTexts } from './verification-texts';

const inLanguage = (language: PageLanguage): string => `?lang=${language}`;

/** Before a link is opened: looking at this page is not counted, so that no program that follows links uses it up. */
export const closedSharePage = (
  language: PageLanguage,
  { token, visit }: { readonly token: string; readonly visit: string },
  share: ShareRecord,
): string => {
  const { title, lead, counted, until, open } = shareTexts[language];
  const left = share.maxOpens === undefined ? '' : ` ${counted(share.maxOpens - share.opens)}`;
  return publicPage({
    language,
    title,
    inLanguage,
    main: html`<h1>${title}</h1>
<p>${lead}</p>
<p>${until(dateText(language, share.expiresAt))}${left}</p>
<form action="/b/${token}" method="post">
<input type="hidden" name="lang" value="${language}">
<input type="hidden" name="visit" value="${visit}">
<button>${open}</button>
</form>`,
  });
};

/** What the link shows. */
export const sharedPage = (language: PageLanguage, view: SharedView, checkedAt: Instant): string => {
  const { number = '', verification, facts, document } = view;
  const [texts, { document: download }] = [verificationTexts[language], shareTexts[language]];
  return publicPage({
    language,
    title: `${texts.certificate} ${number}`,
    inLanguage,
    main: html`<h1>${certificateTitle(texts, number, verification)}</h1>
<p class="answer ${verification.answer}" role="status">${finding(language, verification)}</p>
${facts && factList(factRows(language, facts))}
<p>${texts.checked}: <time datetime="${checkedAt}">${timeText(language, checkedAt)}</time>. ${texts.contact}</p>
<p><a class="button" href="${document}">${download}</a></p>`,
  });
};

/** Why a link shows nothing, and no more than that. */
export const goneSharePage = (language: PageLanguage, code: ShareRejection['code']): string => {
  const { gone, why } = shareTexts[language];
  return messagePage({ language, title: gone, inLanguage }, why[code]);
};

import type { Instant } from '@kull/kernel';
import type { ShareRejection } from '../domain/share';
import type { ShareRecord } from '../read-models/certificate-shares.query';
import { dateText, escaped, factList, messagePage, publicPage, timeText } from './public-page';
import type { SharedView } from './share.dto';
import { shareTexts } from './share-texts';
import { certificateTitle, factRows, finding } from './verification-page';
import { type PageLanguage, verificationTexts } from './verification-texts';

const inLanguage = (language: PageLanguage): string => `?lang=${language}`;

/** Before a link is opened: looking at this page is not counted, so that no program that follows links uses it up. */
export const closedSharePage = (language: PageLanguage, token: string, share: ShareRecord): string => {
  const { title, lead, counted, until, open } = shareTexts[language];
  const left = share.maxOpens === undefined ? '' : ` ${counted(share.maxOpens - share.opens)}`;
  return publicPage({
    language,
    title,
    inLanguage,
    main: `<h1>${escaped(title)}</h1>
<p>${escaped(lead)}</p>
<p>${escaped(`${until(dateText(language, share.expiresAt))}${left}`)}</p>
<form action="/b/${escaped(token)}" method="post">
<input type="hidden" name="lang" value="${language}">
<button>${escaped(open)}</button>
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
    main: `<h1>${escaped(certificateTitle(texts, number, verification))}</h1>
<p class="answer ${verification.answer}" role="status">${escaped(finding(language, verification))}</p>
${facts ? factList(factRows(language, facts)) : ''}
<p>${escaped(texts.checked)}: <time datetime="${checkedAt}">${escaped(timeText(language, checkedAt))}</time>. ${escaped(texts.contact)}</p>
<p><a class="button" href="${escaped(document)}">${escaped(download)}</a></p>`,
  });
};

/** Why a link shows nothing, and no more than that. */
export const goneSharePage = (language: PageLanguage, code: ShareRejection['code']): string => {
  const { gone, why } = shareTexts[language];
  return messagePage({ language, title: gone, inLanguage }, why[code]);
};

import { type Html, html } from '@kull/http';
import { type Instant, writtenOrgNumber } from '@kull/kernel';
import type { Verification } from '../domain/verification';
import type { PublicFacts, VerificationReport } from '../read-models/verification.query';
import { dateText, dayText, factList, publicPage, timeText } from './public-page';
import { type PageLanguage, type VerificationTexts, verificationTexts } from './verification-texts';

/** What was asked, so that the page in another language answers the same. */
export interface AskedOnPage {
  readonly version?: number;
  readonly sha256?: string;
  readonly holderKey?: string;
}

/** What the page shows besides the answer. */
export interface VerificationPageParts {
  readonly asked?: AskedOnPage;
  /** The answer to "is the name right?", when that was asked. */
  readonly nameMatches?: boolean;
}

/** What the register answers, in words. */
export const finding = (language: PageLanguage, verification: Verification): string => {
  const texts = verificationTexts[language];
  switch (verification.answer) {
    case 'VALID':
      return `${texts.valid}. ${texts.issued(dateText(language, verification.issuedAt))}`;
    case 'REPLACED': {
      const { version, by, at, reasonCode } = verification;
      const reason = reasonCode === undefined ? undefined : texts.reasons[reasonCode];
      return [texts.replaced(version, by, dateText(language, at)), reason].filter(Boolean).join(' ');
    }
    case 'REVOKED':
      return texts.revoked(dateText(language, verification.at));
    case 'ALTERED':
      return texts.altered;
    case 'NEVER_ISSUED':
      return texts.neverIssued;
  }
};

/** What the register tells of a certificate. `nameNote`: why the whole name is shown. */
export const factRows = (
  language: PageLanguage,
  facts: PublicFacts,
  nameNote?: string,
): readonly (readonly [string, string])[] => {
  const texts = verificationTexts[language];
  const { name, maskedName, organiserName, organiserOrgNumber, coursePoints, approvalId } = facts;
  return [
    ...(name ? [[texts.name, nameNote ? `${name} (${nameNote})` : name] as const] : []),
    ...(maskedName ? [[texts.name, `${maskedName} (${texts.nameNote})`] as const] : []),
    [texts.course, facts.courseTitle],
    [texts.organiser, `${organiserName}, ${texts.orgNumber} ${writtenOrgNumber(organiserOrgNumber)}`],
    [texts.points, `${coursePoints} ${texts.coursePoints} (${approvalId})`],
    [texts.completed, dayText(language, facts.completionDate)],
  ];
};

/** The line that says of which certificate, and which version of it, a page speaks. */
export const certificateTitle = (
  { certificate, version: versionWord }: VerificationTexts,
  number: string,
  verification: Verification,
): string => {
  const version = 'version' in verification ? verification.version : undefined;
  return `${certificate} ${number}${version ? `, ${versionWord} ${version}` : ''}`;
};

const nameForm = (language: PageLanguage, number: string, matches: boolean | undefined): Html => {
  const { title, why, name, day, month, ask, yes, no } = verificationTexts[language].nameQuestion;
  const answer =
    matches !== undefined &&
    html`<p class="answer ${matches ? 'VALID' : 'ALTERED'}" role="status">${matches ? yes : no}</p>\n`;
  return html`<section aria-labelledby="name-title">
<h2 id="name-title">${title}</h2>
${answer}<form action="/v/${number}/name" method="post">
<p>${why}</p>
<input type="hidden" name="lang" value="${language}">
<label for="name">${name}</label>
<input id="name" name="name" maxlength="210" autocomplete="off" spellcheck="false" required>
<div class="pair"><div><label for="day">${day}</label>
<input id="day" name="day" inputmode="numeric" pattern="[0-9]{1,2}" maxlength="2" autocomplete="off" required></div>
<div><label for="month">${month}</label>
<input id="month" name="month" inputmode="numeric" pattern="[0-9]{1,2}" maxlength="2" autocomplete="off" required></div></div>
<button>${ask}</button>
</form>
</section>`;
};

const otherForm = (language: PageLanguage, number: string | undefined): Html => {
  const { other, numberLabel, fileHash, check, file, offline } = verificationTexts[language];
  return html`<section aria-labelledby="other-title">
<h2 id="other-title">${other}</h2>
<form action="/v/check" method="get" id="check"${number && html` data-number="${number}"`}>
<input type="hidden" name="lang" value="${language}">
<label for="no">${numberLabel}</label>
<input id="no" name="no" maxlength="40" autocapitalize="characters" autocomplete="off" spellcheck="false" required>
<label for="sha256">${fileHash}</label>
<input id="sha256" name="sha256" maxlength="64" pattern="[0-9a-fA-F]{64}" autocomplete="off" spellcheck="false">
<button>${check}</button>
</form>
</section>
<section id="file" hidden aria-labelledby="file-title">
<h2 id="file-title">${file.title}</h2>
<label for="pdf">${file.choose}</label>
<input id="pdf" type="file" accept="application/pdf,.pdf">
<p>${file.why}</p>
<p id="unreadable" role="alert" hidden>${file.unreadable}</p>
</section>
<p class="offline">${offline}</p>`;
};

const addressIn = (language: PageLanguage, { version, sha256, holderKey }: AskedOnPage): string => {
  const query = new URLSearchParams({
    lang: language,
    ...(version && { version: String(version) }),
    ...(sha256 && { sha256 }),
    ...(holderKey && { k: holderKey }),
  });
  return `?${query}`;
};

/** The page that anybody with a certificate's number can open: one page in print (ux.md E7). */
export const verificationPage = (
  { number, verification, facts }: VerificationReport,
  language: PageLanguage,
  checkedAt: Instant,
  { asked = {}, nameMatches }: VerificationPageParts = {},
): string => {
  const texts = verificationTexts[language];
  const main = [
    html`<h1>${texts.heading}</h1>`,
    html`<p class="answer ${verification.answer}" role="status">${finding(language, verification)}</p>`,
    number && html`<h2>${certificateTitle(texts, number, verification)}</h2>`,
    facts && factList(factRows(language, facts, texts.nameShown)),
    html`<p>${texts.checked}: <time datetime="${checkedAt}">${timeText(language, checkedAt)}</time>. ${texts.contact}</p>`,
    number && facts?.maskedName && nameForm(language, number, nameMatches),
    otherForm(language, facts && number),
  ];
  return publicPage({
    language,
    title: texts.title,
    inLanguage: (other) => `/v/${number ?? 'check'}${addressIn(other, asked)}`,
    main: html`${main.map((part) => part && html`${part}\n`)}`,
    script: '/v/check.js',
  });
};

/** The page with nothing asked yet. */
export const emptyVerificationPage = (language: PageLanguage): string => {
  const { title, heading, intro } = verificationTexts[language];
  return publicPage({
    language,
    title,
    inLanguage: (other) => `/v?lang=${other}`,
    main: html`<h1>${heading}</h1>\n<p>${intro}</p>\n${otherForm(language, undefined)}`,
    script: '/v/check.js',
  });
};

import { type Instant, instantInOslo, type LocalDate, localDateInOslo } from '@kull/kernel';
import type { Verification } from '../domain/verification';
import type { PublicFacts, VerificationReport } from '../read-models/verification.query';
import { type PageLanguage, type VerificationTexts, verificationTexts } from './verification-texts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const locales = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const satisfies Record<PageLanguage, string>;

const written = (language: PageLanguage, day: LocalDate): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'Europe/Oslo' }).format(
    new Date(instantInOslo(day, '12:00:00')),
  );

const dateOf = (language: PageLanguage, at: Instant): string => written(language, localDateInOslo(at));

const finding = (texts: VerificationTexts, language: PageLanguage, verification: Verification): string => {
  switch (verification.answer) {
    case 'VALID':
      return `${texts.valid}. ${texts.issued(dateOf(language, verification.issuedAt))}`;
    case 'REPLACED': {
      const { version, by, at, reasonCode } = verification;
      const reason = reasonCode === undefined ? undefined : texts.reasons[reasonCode];
      return [texts.replaced(version, by, dateOf(language, at)), reason].filter(Boolean).join(' ');
    }
    case 'REVOKED':
      return texts.revoked(dateOf(language, verification.at));
    case 'ALTERED':
      return texts.altered;
    case 'NEVER_ISSUED':
      return texts.neverIssued;
  }
};

const groupsOfThree = (orgNumber: string): string => orgNumber.replace(/(\d{3})(?=\d)/g, '$1\u00a0');

const factRows = (texts: VerificationTexts, language: PageLanguage, facts: PublicFacts): string => {
  const { organiserName, organiserOrgNumber, coursePoints, approvalId } = facts;
  const rows: readonly (readonly [string, string])[] = [
    ...(facts.maskedName ? [[texts.name, `${facts.maskedName} (${texts.nameNote})`] as const] : []),
    [texts.course, facts.courseTitle],
    [texts.organiser, `${organiserName}, ${texts.orgNumber} ${groupsOfThree(organiserOrgNumber)}`],
    [texts.points, `${coursePoints} ${texts.coursePoints} (${approvalId})`],
    [texts.completed, written(language, facts.completionDate)],
  ];
  return rows.map(([term, value]) => `<dt>${escaped(term)}</dt><dd>${escaped(value)}</dd>`).join('\n');
};

const languageLinks = (language: PageLanguage): string =>
  Object.keys(locales)
    .map((other) =>
      other === language
        ? `<span aria-current="true">${other}</span>`
        : `<a href="?lang=${other}" hreflang="${other}">${other}</a>`,
    )
    .join(' | ');

/** The page that anybody with a certificate's number can open. No script, no cookie, one page in print (ux.md E7). */
export const verificationPage = (
  { number, verification, facts }: VerificationReport,
  language: PageLanguage,
  checkedAt: Instant,
): string => {
  const texts = verificationTexts[language];
  const { version } = 'version' in verification ? verification : {};
  const title = number ? `${texts.certificate} ${number}${version ? `, ${texts.version} ${version}` : ''}` : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(texts.title)}</title>
<link rel="stylesheet" href="/v/style.css">
</head>
<body>
<nav>${languageLinks(language)}</nav>
<main>
<h1>${escaped(texts.heading)}</h1>
<p class="answer ${verification.answer}" role="status">${escaped(finding(texts, language, verification))}</p>
${title && `<h2>${escaped(title)}</h2>`}
${facts ? `<dl>\n${factRows(texts, language, facts)}\n</dl>` : ''}
<p>${escaped(texts.checked)}: <time datetime="${checkedAt}">${escaped(dateOf(language, checkedAt))}</time>. ${escaped(texts.contact)}</p>
<form action="/v/check" method="get">
<input type="hidden" name="lang" value="${language}">
<label for="no">${escaped(texts.other)}</label>
<input id="no" name="no" maxlength="40" autocapitalize="characters" autocomplete="off" spellcheck="false" required>
<label for="sha256">${escaped(texts.fileHash)}</label>
<input id="sha256" name="sha256" maxlength="64" pattern="[0-9a-fA-F]{64}" autocomplete="off" spellcheck="false">
<button>${escaped(texts.check)}</button>
</form>
</main>
</body>
</html>
`;
};

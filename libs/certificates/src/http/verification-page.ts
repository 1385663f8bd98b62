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

const style = `body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:#14202b;background:#fff}
nav{text-align:right}h1{font-size:1.5rem}.answer{font-size:1.25rem;border-left:.4rem solid;padding:.6rem 1rem;background:#f2f5f7}
.VALID{border-color:#00695c}.REPLACED{border-color:#8a5a00}.REVOKED,.ALTERED{border-color:#a3122a}.NEVER_ISSUED{border-color:#4a5560}
dl{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.3rem 1rem}dt{font-weight:600}dd{margin:0}
label{display:block;margin-top:.8rem}input{font:inherit;width:100%;max-width:24rem;padding:.4rem;box-sizing:border-box}
button{font:inherit;margin-top:.8rem;padding:.5rem 1.2rem}a{color:#00508a}@media print{nav,form{display:none}}`;

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
<style>${style}</style>
</head>
<body>
<nav>${languageLinks(language)}</nav>
<main>
<h1>${escaped(texts.heading)}</h1>
<p class="answer ${verification.answer}" role="status">${escaped(finding(texts, language, verification))}</p>
${title && `<h2>${escaped(title)}</h2>`}
${facts ? `<dl>\n${factRows(texts, language, facts)}\n</dl>` : ''}
<p>${escaped(texts.checked)}: <time datetime="${checkedAt}">${escaped(dateOf(language, checkedAt))}</time>. ${escaped(texts.contact)}</p>
<form action="/v" method="get">
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

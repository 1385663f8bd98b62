import { correctionMessages } from '@kull/credits';
import { type Instant, type Language, localDateInOslo, writtenDay } from '@kull/kernel';
import type { CertificateView, LedgerChange, LetterView, LineView, RowPreview } from './correction-preview';
import { type PreviewWords, previewWords } from './preview-words';

const ledgerText = (
  { statuses, ...words }: PreviewWords,
  award: keyof PreviewWords['awards'],
  change: LedgerChange | undefined,
): readonly string[] => {
  if (!change) return [];
  const { before, after } = change;
  const name = words.awards[award];
  if (before.points !== after.points) return [words.points(name, before.points, after.points, statuses[after.status])];
  return before.status === after.status ? [] : [words.status(name, statuses[before.status], statuses[after.status])];
};

const certificateText = (words: PreviewWords, { certificateNo, change, version }: CertificateView): string => {
  switch (change) {
    case 'ISSUED':
      return words.issued(certificateNo);
    case 'REISSUED':
      return words.reissued(certificateNo);
    case 'REPLACED':
      return words.replaced(certificateNo, version);
    case 'REVOKED':
      return words.revoked(certificateNo);
  }
};

const lineText = (
  words: PreviewWords,
  { certificateNo, lineNo, delivered, next, waitsUntil }: LineView,
  dayOf: (instant: Instant) => string,
): string => {
  const line = words.line(lineNo, certificateNo);
  if (!next) return words.lineDropped(line);
  if ('keptOut' in next) return words.lineKeptOut(line, next.keptOut.join(', '));
  switch (next.action) {
    case 'ADD':
      return words.lineAdded(line, next.version, next.points);
    case 'CORRECT':
      return words.lineCorrected(line, delivered?.version, next.version, next.points);
    case 'REVOKE':
      return words.lineRevoked(line, delivered?.points) + (waitsUntil ? words.waits(dayOf(waitsUntil)) : '');
  }
};

const letterText = (words: PreviewWords, letter: LetterView): string => {
  const { heading = '', language = 'nb', notSent } = letter;
  if (!notSent) return words.letter(heading, words.languages[language]);
  const about =
    'award' in letter
      ? words.aboutAttendance[letter.award]
      : words.aboutCertificate(letter.certificateNo, letter.version);
  return words.noLetter(about, words.notSent[notSent]);
};

const effects = (row: RowPreview, language: Language): readonly string[] => {
  const words = previewWords[language];
  const dayOf = (instant: Instant): string => writtenDay(language, localDateInOslo(instant));
  return [
    ...ledgerText(words, 'coursePoints', row.coursePoints),
    ...ledgerText(words, 'ectsCredits', row.ectsCredits),
    ...row.certificates.map((one) => certificateText(words, one)),
    ...(row.certificateRefused ? [words.notMade(row.certificateRefused)] : []),
    ...row.lines.map((one) => lineText(words, one, dayOf)),
    ...row.letters.map((one) => letterText(words, one)),
  ];
};

/** What a row leads to, in words: the result first. */
export const rowText = (row: RowPreview, language: Language): string => {
  const { outcome } = row;
  const words = previewWords[language];
  if (outcome === 'UNCHANGED') return words.doneBefore;
  if (outcome !== 'APPLIED') return words.refused(correctionMessages[outcome][language]);
  const said = effects(row, language);
  return said.length > 0 ? said.join(' ') : words.nothingFollows;
};

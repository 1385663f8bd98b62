import { correctionMessages } from '@kull/credits';
import { type Instant, localDateInOslo } from '@kull/kernel';
import type { CancelReason } from '@kull/reminders';
import type { CertificateView, LedgerChange, LedgerView, LetterView, LineView, RowPreview } from './correction-preview';

const statusTexts = {
  AWARDED: 'tildelt',
  HELD: 'holdt igjen',
  NOT_MET: 'ikke oppfylt',
  NOT_APPLICABLE: 'ikke aktuelt',
} as const satisfies Record<LedgerView['status'], string>;

const languages = { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' } as const;

const notSentTexts = {
  SETTLED: 'det er ikke noe å si fra om lenger',
  MOVED: 'en senere versjon av beviset varsles i stedet',
  WITHDRAWN: 'tilbaketrekkingen varsles i stedet',
  SWITCHED_OFF: 'varsling om dette er ikke slått på, eller ble slått på senere',
  DECLINED: 'studenten har takket nei',
  TOO_LATE: 'rettelsen ligger for langt tilbake',
  NO_ADDRESS: 'vi har ingen e-postadresse som virker',
  FORGOTTEN: 'opplysningene om studenten er slettet',
  MAIL_ONLY: 'brevet sier det, ikke SMS',
} as const satisfies Record<CancelReason, string>;

const ledgerText = (name: string, change: LedgerChange | undefined): readonly string[] => {
  if (!change) return [];
  const { before, after } = change;
  if (before.points !== after.points)
    return [`${name} går fra ${before.points} til ${after.points} (${statusTexts[after.status]}).`];
  if (before.status !== after.status)
    return [`${name} skifter fra «${statusTexts[before.status]}» til «${statusTexts[after.status]}».`];
  return [];
};

const certificateText = ({ certificateNo, change, version }: CertificateView): string => {
  switch (change) {
    case 'ISSUED':
      return `Kursbevis ${certificateNo} utstedes.`;
    case 'REISSUED':
      return `Et nytt kursbevis, ${certificateNo}, utstedes.`;
    case 'REPLACED':
      return `Kursbevis ${certificateNo} erstattes av versjon ${version}.`;
    case 'REVOKED':
      return `Kursbevis ${certificateNo} trekkes tilbake.`;
  }
};

/** `24.07.2026` */
const dayText = (instant: Instant): string => localDateInOslo(instant).split('-').reverse().join('.');

const lineText = ({ certificateNo, lineNo, delivered, next, waitsUntil }: LineView): string => {
  const line = `linje ${lineNo} av ${certificateNo}`;
  if (!next) return `Neste leveranse har ikke lenger med ${line}.`;
  if ('keptOut' in next) return `Vår egen kontroll holder tilbake ${line} (${next.keptOut.join(', ')}).`;
  switch (next.action) {
    case 'ADD':
      return `Neste leveranse har med ${line} som ny, versjon ${next.version}, ${next.points} kurspoeng.`;
    case 'CORRECT':
      return `Neste leveranse retter ${line} fra versjon ${delivered?.version} til ${next.version}, ${next.points} kurspoeng.`;
    case 'REVOKE':
      return `Neste leveranse trekker tilbake ${line}: ${delivered?.points} kurspoeng blir 0.${waitsUntil ? ` En leveranse som klargjøres, venter med den til ${dayText(waitsUntil)}, så studenten kan uttale seg.` : ''}`;
  }
};

const awards = { ectsCredits: 'studiepoengene', coursePoints: 'kurspoengene' } as const;

const aboutText = (letter: LetterView): string =>
  'award' in letter ? `oppmøtet til ${awards[letter.award]}` : `${letter.certificateNo}, versjon ${letter.version}`;

const letterText = (letter: LetterView): string => {
  const { heading, language = 'nb', notSent } = letter;
  return notSent
    ? `Studenten får ikke brev om ${aboutText(letter)}: ${notSentTexts[notSent]}.`
    : `Studenten får brevet «${heading}» på ${languages[language]}.`;
};

const effects = ({ coursePoints, ectsCredits, certificates, certificateRefused, lines, letters }: RowPreview) => [
  ...ledgerText('Kurspoengene', coursePoints),
  ...ledgerText('Studiepoengene', ectsCredits),
  ...certificates.map(certificateText),
  ...(certificateRefused ? [`Beviset kan ikke utstedes (${certificateRefused}); noen må se på det.`] : []),
  ...lines.map(lineText),
  ...letters.map(letterText),
];

/** What a row leads to, in words: the result first. */
export const rowText = (row: RowPreview): string => {
  const { outcome } = row;
  if (outcome === 'UNCHANGED') return 'Rettelsen er gjort før. Ingenting endres.';
  if (outcome !== 'APPLIED') return `Rettelsen avvises. ${correctionMessages[outcome]}.`;
  const said = effects(row);
  return said.length > 0 ? said.join(' ') : 'Rettelsen føres. Poeng, bevis og leveranser blir som de er.';
};

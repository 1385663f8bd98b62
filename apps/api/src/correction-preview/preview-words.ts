import type { InLanguages, Language } from '@kull/kernel';
import type { CancelReason } from '@kull/reminders';
import type { LedgerView } from './correction-preview';

/** The sentences of which a preview of a correction is made. */
export interface PreviewWords {
  readonly statuses: Readonly<Record<LedgerView['status'], string>>;
  readonly languages: Readonly<Record<Language, string>>;
  /** Why a letter is not sent, after a colon. */
  readonly notSent: Readonly<Record<CancelReason, string>>;
  /** At the beginning of a sentence. */
  readonly awards: Readonly<Record<'ectsCredits' | 'coursePoints', string>>;
  readonly points: (award: string, before: number, after: number, status: string) => string;
  readonly status: (award: string, before: string, after: string) => string;
  readonly issued: (certificate: string) => string;
  readonly reissued: (certificate: string) => string;
  readonly replaced: (certificate: string, version: number) => string;
  readonly revoked: (certificate: string) => string;
  readonly notMade: (code: string) => string;
  readonly line: (lineNo: number, certificate: string) => string;
  readonly lineDropped: (line: string) => string;
  readonly lineKeptOut: (line: string, codes: string) => string;
  readonly lineAdded: (line: string, version: number, points: number) => string;
  readonly lineCorrected: (line: string, from: number | undefined, to: number, points: number) => string;
  readonly lineRevoked: (line: string, points: number | undefined) => string;
  readonly waits: (day: string) => string;
  readonly aboutAttendance: Readonly<Record<'ectsCredits' | 'coursePoints', string>>;
  readonly aboutCertificate: (certificate: string, version: number) => string;
  readonly noLetter: (about: string, why: string) => string;
  readonly letter: (heading: string, language: string) => string;
  readonly doneBefore: string;
  readonly refused: (why: string) => string;
  readonly nothingFollows: string;
}

export const previewWords: InLanguages<PreviewWords> = {
  nb: {
    statuses: {
      AWARDED: 'tildelt',
      HELD: 'holdt igjen',
      NOT_MET: 'ikke oppfylt',
      NOT_APPLICABLE: 'ikke aktuelt',
    },
    languages: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
    notSent: {
      SETTLED: 'det er ikke noe å si fra om lenger',
      MOVED: 'en senere versjon av beviset varsles i stedet',
      WITHDRAWN: 'tilbaketrekkingen varsles i stedet',
      SWITCHED_OFF: 'varsling om dette er ikke slått på, eller ble slått på senere',
      DECLINED: 'studenten har takket nei',
      TOO_LATE: 'rettelsen ligger for langt tilbake',
      NO_ADDRESS: 'vi har ingen e-postadresse som virker',
      FORGOTTEN: 'opplysningene om studenten er slettet',
      MAIL_ONLY: 'brevet sier det, ikke SMS',
    },
    awards: { ectsCredits: 'Studiepoengene', coursePoints: 'Kurspoengene' },
    points: (award, before, after, status) => `${award} går fra ${before} til ${after} (${status}).`,
    status: (award, before, after) => `${award} skifter fra «${before}» til «${after}».`,
    issued: (certificate) => `Kursbevis ${certificate} utstedes.`,
    reissued: (certificate) => `Et nytt kursbevis, ${certificate}, utstedes.`,
    replaced: (certificate, version) => `Kursbevis ${certificate} erstattes av versjon ${version}.`,
    revoked: (certificate) => `Kursbevis ${certificate} trekkes tilbake.`,
    notMade: (code) => `Beviset kan ikke utstedes (${code}); noen må se på det.`,
    line: (lineNo, certificate) => `linje ${lineNo} av ${certificate}`,
    lineDropped: (line) => `Neste leveranse har ikke lenger med ${line}.`,
    lineKeptOut: (line, codes) => `Vår egen kontroll holder tilbake ${line} (${codes}).`,
    lineAdded: (line, version, points) =>
      `Neste leveranse har med ${line} som ny, versjon ${version}, ${points} kurspoeng.`,
    lineCorrected: (line, from, to, points) =>
      `Neste leveranse retter ${line} fra versjon ${from} til ${to}, ${points} kurspoeng.`,
    lineRevoked: (line, points) => `Neste leveranse trekker tilbake ${line}: ${points} kurspoeng blir 0.`,
    waits: (day) => ` En leveranse som klargjøres, venter med den til ${day}, så studenten kan uttale seg.`,
    aboutAttendance: { ectsCredits: 'oppmøtet til studiepoengene', coursePoints: 'oppmøtet til kurspoengene' },
    aboutCertificate: (certificate, version) => `${certificate}, versjon ${version}`,
    noLetter: (about, why) => `Studenten får ikke brev om ${about}: ${why}.`,
    letter: (heading, language) => `Studenten får brevet «${heading}» på ${language}.`,
    doneBefore: 'Rettelsen er gjort før. Ingenting endres.',
    refused: (why) => `Rettelsen avvises. ${why}.`,
    nothingFollows: 'Rettelsen føres. Poeng, bevis og leveranser blir som de er.',
  },
  nn: {
    statuses: {
      AWARDED: 'tildelt',
      HELD: 'halde igjen',
      NOT_MET: 'ikkje oppfylt',
      NOT_APPLICABLE: 'ikkje aktuelt',
    },
    languages: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
    notSent: {
      SETTLED: 'det er ikkje noko å seie frå om lenger',
      MOVED: 'det blir varsla om ein seinare versjon av beviset i staden',
      WITHDRAWN: 'det blir varsla om tilbaketrekkinga i staden',
      SWITCHED_OFF: 'varsling om dette er ikkje slått på, eller vart slått på seinare',
      DECLINED: 'studenten har takka nei',
      TOO_LATE: 'rettinga ligg for langt tilbake',
      NO_ADDRESS: 'vi har inga e-postadresse som verkar',
      FORGOTTEN: 'opplysningane om studenten er sletta',
      MAIL_ONLY: 'brevet seier det, ikkje SMS',
    },
    awards: { ectsCredits: 'Studiepoenga', coursePoints: 'Kurspoenga' },
    points: (award, before, after, status) => `${award} går frå ${before} til ${after} (${status}).`,
    status: (award, before, after) => `${award} skiftar frå «${before}» til «${after}».`,
    issued: (certificate) => `Kursbevis ${certificate} blir skrive ut.`,
    reissued: (certificate) => `Eit nytt kursbevis, ${certificate}, blir skrive ut.`,
    replaced: (certificate, version) => `Kursbevis ${certificate} blir erstatta av versjon ${version}.`,
    revoked: (certificate) => `Kursbevis ${certificate} blir trekt tilbake.`,
    notMade: (code) => `Beviset kan ikkje skrivast ut (${code}); nokon må sjå på det.`,
    line: (lineNo, certificate) => `linje ${lineNo} av ${certificate}`,
    lineDropped: (line) => `Neste leveranse har ikkje lenger med ${line}.`,
    lineKeptOut: (line, codes) => `Vår eigen kontroll held tilbake ${line} (${codes}).`,
    lineAdded: (line, version, points) =>
      `Neste leveranse har med ${line} som ny, versjon ${version}, ${points} kurspoeng.`,
    lineCorrected: (line, from, to, points) =>
      `Neste leveranse rettar ${line} frå versjon ${from} til ${to}, ${points} kurspoeng.`,
    lineRevoked: (line, points) => `Neste leveranse trekkjer tilbake ${line}: ${points} kurspoeng blir 0.`,
    waits: (day) => ` Ein leveranse som blir klargjord, ventar med henne til ${day}, så studenten kan uttale seg.`,
    aboutAttendance: { ectsCredits: 'oppmøtet til studiepoenga', coursePoints: 'oppmøtet til kurspoenga' },
    aboutCertificate: (certificate, version) => `${certificate}, versjon ${version}`,
    noLetter: (about, why) => `Studenten får ikkje brev om ${about}: ${why}.`,
    letter: (heading, language) => `Studenten får brevet «${heading}» på ${language}.`,
    doneBefore: 'Rettinga er gjord før. Ingenting blir endra.',
    refused: (why) => `Rettinga blir avvist. ${why}.`,
    nothingFollows: 'Rettinga blir ført. Poeng, bevis og leveransar blir som dei er.',
  },
  en: {
    statuses: {
      AWARDED: 'awarded',
      HELD: 'held',
      NOT_MET: 'not met',
      NOT_APPLICABLE: 'not applicable',
    },
    languages: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },
    notSent: {
      SETTLED: 'there is nothing to tell any more',
      MOVED: 'a later version of the certificate is told of instead',
      WITHDRAWN: 'the revocation is told of instead',
      SWITCHED_OFF: 'letters about this are not switched on, or were switched on later',
      DECLINED: 'the student has declined them',
      TOO_LATE: 'the correction lies too far back',
      NO_ADDRESS: 'we have no e-mail address that works',
      FORGOTTEN: 'what we knew of the student has been erased',
      MAIL_ONLY: 'the letter says it, not a text message',
    },
    awards: { ectsCredits: 'The ECTS credits', coursePoints: 'The course points' },
    points: (award, before, after, status) => `${award} go from ${before} to ${after} (${status}).`,
    status: (award, before, after) => `${award} change from “${before}” to “${after}”.`,
    issued: (certificate) => `Certificate ${certificate} is issued.`,
    reissued: (certificate) => `A new certificate, ${certificate}, is issued.`,
    replaced: (certificate, version) => `Certificate ${certificate} is replaced by version ${version}.`,
    revoked: (certificate) => `Certificate ${certificate} is revoked.`,
    notMade: (code) => `The certificate cannot be issued (${code}); somebody has to look at it.`,
    line: (lineNo, certificate) => `line ${lineNo} of ${certificate}`,
    lineDropped: (line) => `The next delivery no longer has ${line}.`,
    lineKeptOut: (line, codes) => `Our own check keeps out ${line} (${codes}).`,
    lineAdded: (line, version, points) =>
      `The next delivery has ${line} as new, version ${version}, ${points} course points.`,
    lineCorrected: (line, from, to, points) =>
      `The next delivery corrects ${line} from version ${from} to ${to}, ${points} course points.`,
    lineRevoked: (line, points) => `The next delivery revokes ${line}: ${points} course points become 0.`,
    waits: (day) => ` A delivery being prepared waits with it until ${day}, so that the student can comment.`,
    aboutAttendance: {
      ectsCredits: 'the attendance for the ECTS credits',
      coursePoints: 'the attendance for the course points',
    },
    aboutCertificate: (certificate, version) => `${certificate}, version ${version}`,
    noLetter: (about, why) => `The student gets no letter about ${about}: ${why}.`,
    letter: (heading, language) => `The student gets the letter “${heading}” in ${language}.`,
    doneBefore: 'The correction has been made before. Nothing changes.',
    refused: (why) => `The correction is refused. ${why}.`,
    nothingFollows: 'The correction is recorded. Points, certificates and deliveries stay as they are.',
  },
};

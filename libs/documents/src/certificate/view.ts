import { type LocalDate, localDateInOslo, writtenDay, writtenOrgNumber } from '@kull/kernel';
import encodeQR from 'qr';
import type { CertificateContent } from './content';
import { type CertificateMessages, messages } from './messages';

/** What the template lays out: finished texts, no decisions left. */
export interface CertificateView {
  /** How large texts and gaps are; 1 is the ordinary size. */
  readonly scale: number;
  readonly language: string;
  readonly documentTitle: string;
  readonly organiser: string;
  readonly number: string;
  readonly title: string;
  readonly notice: string;
  readonly replaces: string;
  readonly certifies: string;
  readonly name: string;
  readonly person: string;
  readonly hasCompleted: string;
  readonly course: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly credits: {
    readonly title: string;
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly issued: { readonly label: string; readonly value: string };
  readonly signatory: { readonly name: string; readonly role: string };
  readonly verification: {
    readonly title: string;
    readonly notice: string;
    readonly address: string;
    /** Where a click on the address leads: the holder's own way, with the name shown. */
    readonly link: string;
    readonly signed: string;
  };
  readonly qr: { readonly svg: string; readonly alternative: string; readonly millimetres: number };
  readonly attachment: { readonly name: string; readonly description: string; readonly json: string };
}

const number = (text: CertificateMessages, value: number): string => String(value).replace('.', text.decimalMark);

const date = ({ languageTag }: CertificateMessages, day: LocalDate): string => writtenDay(languageTag, day);

const period = (text: CertificateMessages, from: LocalDate, to: LocalDate): string =>
  from === to ? date(text, from) : `${date(text, from)} – ${date(text, to)}`;

const specialty = (text: CertificateMessages, code: string): string =>
  (text.specialties as Readonly<Record<string, string>>)[code] ?? code;

/** As printed: a module of 0.42 mm is read by any phone at reading distance. */
const MODULE = 0.42;
const QR_WIDTH = { least: 30, most: 46 };

const qrOf = (text: string): { readonly svg: string; readonly millimetres: number } => {
  const svg = encodeQR(text, 'svg', { ecc: 'medium', border: 4 });
  // One unit of the picture is one module.
  const modules = Number(/viewBox="0 0 (\d+) /.exec(svg)![1]);
  return { svg, millimetres: Math.min(QR_WIDTH.most, Math.max(QR_WIDTH.least, Math.ceil(modules * MODULE))) };
};

/** Content in the words, dates and numbers of its language. */
export const certificateView = (content: CertificateContent, scale: number): CertificateView => {
  const text: CertificateMessages = messages[content.language];
  const { holder, course, organiser, hours, signatory, verificationAddress: address, replaces } = content;
  const scanned = content.scanAddress ?? address;
  const name = `${holder.givenName} ${holder.familyName}`;
  return {
    scale,
    language: text.languageTag,
    documentTitle: `${text.certificate} ${content.certificateNumber} – ${name}`,
    organiser: organiser.name,
    number: text.numberAndVersion(content.certificateNumber, content.version),
    title: text.certificate,
    notice: text.notADiploma,
    replaces: replaces ? text.replaces(replaces.version, replaces.reason && text.reasons[replaces.reason]) : '',
    certifies: text.certifies,
    name,
    person: `${text.born} ${date(text, holder.birthDate)}  ·  ${text.hprNumber} ${holder.hprNumber}`,
    hasCompleted: text.hasCompleted,
    course: course.title,
    facts: [
      { label: text.organiser, value: `${organiser.name}, ${text.orgNo} ${writtenOrgNumber(organiser.orgNo)}` },
      { label: text.approval, value: text.approvedBy(course.approvalId) },
      { label: text.period, value: period(text, course.startsOn, course.endsOn) },
      { label: text.completed, value: date(text, course.completedOn) },
      { label: text.place, value: course.place === 'ONLINE' ? text.online : course.place },
      { label: text.status, value: text.statuses[holder.status] },
      { label: text.approvedHours, value: number(text, hours.approved) },
      { label: text.attendedHours, value: number(text, hours.attended) },
      { label: text.attendance, value: text.attendanceRecorded },
      { label: text.assessment, value: text.assessments[content.assessment] },
    ],
    credits: {
      title: text.creditLines,
      header: [text.specialty, text.purpose, text.category, text.hours, text.points],
      rows: content.creditLines.map((line) => [
        specialty(text, line.specialty),
        text.purposes[line.purpose],
        text.categories[line.category],
        number(text, line.hours),
        number(text, line.points),
      ]),
    },
    issued: { label: text.issued, value: date(text, localDateInOslo(content.issuedAt)) },
    signatory,
    verification: {
      title: text.verification,
      notice: text.revocable,
      address,
      link: scanned.split('#')[0]!,
      signed: text.signedElectronically,
    },
    qr: { ...qrOf(scanned), alternative: text.qrAlternative(address) },
    attachment: {
      name: 'kursbevis.json',
      description: text.attachmentDescription,
      json: JSON.stringify({ schema: 'kull.certificate.v1', ...content }, undefined, 2),
    },
  };
};

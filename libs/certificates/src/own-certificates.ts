import { CoursePointsDirectory } from '@kull/credits/contracts';
import type { CommandContext } from '@kull/event-store';
import { Clock, type Instant, type LocalDate } from '@kull/kernel';
import { People } from '@kull/people';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RevokeShare } from './commands/revoke-share';
import { ShareCertificate } from './commands/share-certificate';
import { DocumentStore } from './contracts';
import { Credentials } from './credentials';
import { parseCertificateNumber } from './domain/certificate-number';
import { closedBecause, type ShareDays } from './domain/share';
import { recipientPurpose, SHARE_BASE } from './http/shares.controller';
import { CertificateQueries, type CertificateRecord } from './read-models/certificate.query';
import { CertificateShares, type ShareRecord } from './read-models/certificate-shares.query';
import { documentName } from './read-models/certificates-file';

/** A link as its owner sees it; the address itself is told once, when it is made. */
export interface OwnShare {
  readonly id: string;
  readonly isOpen: boolean;
  readonly sharedAt: Instant;
  readonly expiresAt: Instant;
  readonly opens: number;
  readonly recipient?: string;
}

/** A certificate as its owner sees it. */
export interface OwnCertificate {
  readonly number: string;
  readonly isValid: boolean;
  readonly courseTitle: string;
  readonly classCode: string;
  readonly completionDate: LocalDate;
  readonly coursePoints: number;
  /** The version that counts, and when it was issued; of one that was revoked, when that was. */
  readonly version: number;
  readonly at: Instant;
  /** The oldest first. */
  readonly shares: readonly OwnShare[];
}

/** Something that is handed out under a name. */
export interface OwnFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer | string;
}

export interface MadeShare {
  readonly url: string;
  readonly expiresAt: Instant;
}

/**
 * The certificates of one person, for that person. Whose they are, the person id says, in every question: another's is
 * no other than one that there is not (undefined).
 */
@Injectable()
export class OwnCertificates {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly shares: CertificateShares,
    private readonly courses: CoursePointsDirectory,
    private readonly documents: DocumentStore,
    private readonly credentials: Credentials,
    private readonly people: People,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
    @Inject(SHARE_BASE) private readonly base: string,
  ) {}

  /** The newest first. */
  async of(personId: string): Promise<readonly OwnCertificate[]> {
    const courses = await this.courses.ofPersons([personId]);
    const found = await this.certificates.ofStudentCourses(courses.map((one) => one.studentCourseId));
    const own = found.filter(({ statement }) => statement.personId === personId);
    const told = await Promise.all(own.map((one) => this.told(one)));
    return told.sort((one, other) => (one.at < other.at ? 1 : -1));
  }

  /** The document of the version that counts; of a revoked certificate there is none to hand out. */
  async document(personId: string, number: string): Promise<OwnFile | undefined> {
    const found = await this.find(personId, number);
    const last = found?.versions.at(-1);
    if (!found || last?.sha256 === undefined) return undefined;
    const { bytes, contentType } = await this.documents.read(last.sha256);
    return { name: documentName(found.number, last.version), type: contentType, content: Buffer.from(bytes) };
  }

  /** The certificate as an Open Badge 3.0, for a wallet. */
  async openBadge(personId: string, number: string): Promise<OwnFile | undefined> {
    const found = await this.find(personId, number);
    if (found?.state !== 'VALID') return undefined;
    const content = await this.credentials.openBadge(found);
    return content === undefined ? undefined : { name: `${found.number}.jwt`, type: 'application/vc+jwt', content };
  }

  /** Makes a link; the same command again makes the same. */
  async share(
    personId: string,
    number: string,
    { days, recipient }: { readonly days: ShareDays; readonly recipient?: string },
    context: CommandContext,
  ): Promise<MadeShare | undefined> {
    const found = await this.find(personId, number);
    if (found?.state !== 'VALID') return undefined;
    const [sealed] =
      recipient === undefined
        ? []
        : await this.people.seal([{ person: personId, purpose: recipientPurpose, value: recipient }]);
    const wish = { number: found.number, days, ...(sealed && { recipient: sealed }) };
    const { shareId, token } = await this.commands.execute(new ShareCertificate(wish, context));
    const made = (await this.shares.ofCertificate(found.number)).find(({ id }) => id === shareId);
    return made && { url: `${this.base}/b/${token}`, expiresAt: made.expiresAt };
  }

  /** Takes a link out of use. @returns whether there was one of theirs */
  async revokeShare(personId: string, number: string, shareId: string, context: CommandContext): Promise<boolean> {
    const found = await this.find(personId, number);
    const share = found && (await this.shares.ofCertificate(found.number)).find(({ id }) => id === shareId);
    if (!share) return false;
    await this.commands.execute(new RevokeShare(shareId, context));
    return true;
  }

  private async find(personId: string, text: string): Promise<CertificateRecord | undefined> {
    const number = parseCertificateNumber(text);
    const found = number === undefined ? undefined : await this.certificates.find(number);
    return found?.statement.personId === personId ? found : undefined;
  }

  private async told({ number, state, versions, statement }: CertificateRecord): Promise<OwnCertificate> {
    const { courseTitle, classCode, completionDate, coursePoints } = statement;
    const { version, at } = versions.at(-1)!;
    const shares = await this.toldShares(await this.shares.ofCertificate(number));
    const isValid = state === 'VALID';
    return { number, isValid, courseTitle, classCode, completionDate, coursePoints, version, at, shares };
  }

  private async toldShares(records: readonly ShareRecord[]): Promise<readonly OwnShare[]> {
    const sealed = records.flatMap(({ id, recipient }) => (recipient ? [{ id, recipient }] : []));
    const opened = await this.people.open<string>(
      sealed.map(({ recipient }) => ({ sealed: recipient, purpose: recipientPurpose })),
    );
    const recipients = new Map(sealed.map(({ id }, at) => [id, opened[at]] as const));
    const now = this.clock.now();
    return records.map((record) => {
      const { id, sharedAt, expiresAt, opens } = record;
      const recipient = recipients.get(id);
      const isOpen = closedBecause(record, now) === undefined;
      return { id, isOpen, sharedAt, expiresAt, opens, ...(recipient !== undefined && { recipient }) };
    });
  }
}

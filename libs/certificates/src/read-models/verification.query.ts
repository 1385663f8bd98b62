import { type Holder, holderPurpose } from '@kull/credits/contracts';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { parseCertificateNumber } from '../domain/certificate-number';
import { maskedName } from '../domain/mask';
import { isSameHolder, type NameQuestion } from '../domain/name-question';
import type { Statement } from '../domain/statement';
import { type Question, type Verification, verify } from '../domain/verification';
import { HolderKeys } from '../holder-keys';
import { CertificateQueries, type CertificateRecord } from './certificate.query';

/** What anybody may see of a certificate: less than its document shows (I-43). */
export interface PublicFacts {
  /** As the document shows it: only to whoever has the holder's key, and so the document. */
  readonly name?: string;
  /** `K*** T***` to everybody else; absent when nothing is kept of the holder any more. */
  readonly maskedName?: string;
  readonly courseTitle: string;
  readonly organiserName: string;
  readonly organiserOrgNumber: string;
  readonly approvalId: string;
  readonly coursePoints: number;
  readonly completionDate: string;
}

export interface VerificationReport {
  /** As it is written; undefined when the text asked for is no number. */
  readonly number?: string;
  readonly verification: Verification;
  /** Only where there is a certificate. */
  readonly facts?: PublicFacts;
}

/** A question with the key that the QR code bears. */
export interface KeyedQuestion extends Question {
  readonly holderKey?: string;
}

/** No certificate has it: a text that is no number is looked for as well, and takes the same way. */
const NO_NUMBER = '';

/** Answers whether a certificate holds (credits.md 3). */
@Injectable()
export class VerificationQueries {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly people: People,
    private readonly holderKeys: HolderKeys,
  ) {}

  /**
   * What a certificate verifies as. The holder's key shows the name, and tells which version is in somebody's hands.
   */
  async verify(text: string, { holderKey = '', ...question }: KeyedQuestion): Promise<VerificationReport> {
    const number = parseCertificateNumber(text);
    const found = await this.certificates.find(number ?? NO_NUMBER);
    if (!found) return { number, verification: verify([], question) };
    const documents = found.versions.filter(({ sha256 }) => sha256 !== undefined).map(({ version }) => version);
    const held = this.holderKeys.versionOf(found.number, documents, holderKey);
    const asked = held === undefined || question.sha256 !== undefined ? question : { version: held };
    const verification = verify(found.versions, asked);
    return { number, verification, facts: await this.factsOf(found, held) };
  }

  /** The newest document with the name on it, for somebody to whom its holder shows it. */
  async verifyShared(number: string): Promise<VerificationReport> {
    const found = await this.certificates.find(number);
    const newest = found?.versions.findLast(({ sha256 }) => sha256 !== undefined)?.version;
    return {
      number,
      verification: verify(found?.versions ?? [], {}),
      ...(found && { facts: await this.factsOf(found, newest) }),
    };
  }

  /** Whether the certificate is that of a person of this name and birthday. No, too, when there is none. */
  async isHeldBy(
    text: string,
    question: NameQuestion,
  ): Promise<{ readonly known: boolean; readonly matches: boolean }> {
    const found = await this.certificates.find(parseCertificateNumber(text) ?? NO_NUMBER);
    const holder = found && (await this.holderOf(found.statement));
    return { known: found !== undefined, matches: holder !== undefined && isSameHolder(holder, question) };
  }

  private async factsOf(found: CertificateRecord, held: number | undefined): Promise<PublicFacts> {
    const statement =
      held === undefined
        ? found.statement
        : ((await this.certificates.statementOf(found.number, held)) ?? found.statement);
    const holder = await this.holderOf(statement);
    return {
      ...(holder && nameOf(holder, held !== undefined)),
      courseTitle: statement.courseTitle,
      organiserName: statement.organiser.name,
      organiserOrgNumber: statement.organiser.orgNumber,
      approvalId: statement.approvalId,
      coursePoints: statement.coursePoints,
      completionDate: statement.completionDate,
    };
  }

  private async holderOf({ holder: sealed }: Statement): Promise<Holder | undefined> {
    const [holder] = await this.people.open<Holder>([{ sealed, purpose: holderPurpose }]);
    return holder;
  }
}

const nameOf = ({ givenNames, familyName }: Holder, hasDocument: boolean): Pick<PublicFacts, 'name' | 'maskedName'> =>
  hasDocument ? { name: `${givenNames} ${familyName}` } : { maskedName: maskedName(givenNames, familyName) };

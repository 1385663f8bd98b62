import { type Holder, holderPurpose } from '@kull/credits/contracts';
import { HprRegister, People } from '@kull/people';
import { Inject, Injectable } from '@nestjs/common';
import type { DeliverableCertificate, DueLine } from '../domain/deliverable';
import type { RecordHolder } from '../domain/export-record';
import type { Candidate } from '../domain/prepare-batch';

/** `https://kull.example.no`: what stands before `/v/<number>` in every record. */
export const PUBLIC_URL = Symbol('public url');

/** Whose key has been destroyed: nothing can be said of them, and validation keeps them out. */
const forgotten: RecordHolder = { familyName: '', givenNames: '', birthDate: '' };

/** Puts the persons into due lines, and what the register of health personnel says of them. */
@Injectable()
export class Candidates {
  constructor(
    private readonly people: People,
    private readonly register: HprRegister,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** @param scope of the register that was read for the class */
  async of(
    scope: string,
    due: readonly DueLine[],
    certificates: readonly DeliverableCertificate[],
  ): Promise<readonly Candidate[]> {
    const holders = await this.people.open<Holder>(
      due.map(({ statement }) => ({ sealed: statement.holder, purpose: holderPurpose })),
    );
    const entries = await this.register.lookUp(
      scope,
      holders.flatMap((holder) => holder?.hprNumber ?? []),
    );
    const current = new Map(certificates.map(({ number, versions }) => [number, versions.at(-1)!.version]));
    return due.map((line, i): Candidate => {
      const holder = holders[i] ?? forgotten;
      const registerEntry = entries.get(holder.hprNumber ?? '');
      return {
        record: { ...line, holder, verificationUrl: `${this.publicUrl}/v/${line.number}` },
        ...this.keysOf(line, holder.hprNumber),
        currentVersion: current.get(line.number)!,
        ...(registerEntry && { registerEntry }),
      };
    });
  }

  private keysOf({ statement, line }: DueLine, hprNumber: string | undefined) {
    const { approvalId, completionDate } = statement;
    const { specialty, purpose, category } = line;
    const match = { hprNumber, approvalId, specialty, category };
    return {
      matchKey: this.people.fingerprint(match),
      fixedKey: this.people.fingerprint({ ...match, completionDate, purpose }),
    };
  }
}

import { type Holder, holderPurpose } from '@kull/credits/contracts';
import { HprRegister, People } from '@kull/people';
import { Inject, Injectable } from '@nestjs/common';
import type { DeliverableCertificate, DueLine } from '../domain/deliverable';
import type { ExportRecord, RecordHolder } from '../domain/export-record';
import type { Candidate } from '../domain/prepare-batch';
import type { RegisterEntry, RegisteredApproval } from '../domain/validation';

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

  /** @param approvals what is registered with each class; the register is the one that was read for the class */
  async of(
    due: readonly DueLine[],
    certificates: readonly DeliverableCertificate[],
    approvals: ReadonlyMap<string, RegisteredApproval>,
  ): Promise<readonly Candidate[]> {
    const records = await this.records(due);
    const entries = await this.registered(records);
    const current = new Map(certificates.map(({ number, versions }) => [number, versions.at(-1)!.version]));
    return records.map((record): Candidate => {
      const { number, statement, holder } = record;
      const registerEntry = entries.get(statement.classId)?.get(holder.hprNumber ?? '');
      const approval = approvals.get(statement.classId);
      return {
        record,
        ...this.keysOf(record),
        currentVersion: current.get(number)!,
        ...(registerEntry && { registerEntry }),
        ...(approval && { approval }),
      };
    });
  }

  /** The lines with the persons in them. */
  async records(due: readonly DueLine[]): Promise<readonly ExportRecord[]> {
    const holders = await this.people.open<Holder>(
      due.map(({ statement }) => ({ sealed: statement.holder, purpose: holderPurpose })),
    );
    return due.map((line, i) => ({
      ...line,
      holder: holders[i] ?? forgotten,
      verificationUrl: `${this.publicUrl}/v/${line.number}`,
    }));
  }

  /** By class, what its register has under the numbers. */
  private async registered(
    records: readonly ExportRecord[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, RegisterEntry>>> {
    const numbers = new Map<string, string[]>();
    for (const { statement, holder } of records) {
      const asked = numbers.get(statement.classId) ?? [];
      if (holder.hprNumber !== undefined) asked.push(holder.hprNumber);
      numbers.set(statement.classId, asked);
    }
    const found = await Promise.all(
      [...numbers].map(async ([classId, asked]) => [classId, await this.register.lookUp(classId, asked)] as const),
    );
    return new Map(found);
  }

  private keysOf({ statement, line, holder }: ExportRecord) {
    const { approvalId, completionDate } = statement;
    const { specialty, purpose, category } = line;
    const match = { hprNumber: holder.hprNumber, approvalId, specialty, category };
    return {
      matchKey: this.people.fingerprint(match),
      fixedKey: this.people.fingerprint({ ...match, completionDate, purpose }),
    };
  }
}

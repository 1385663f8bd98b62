import { createHash } from 'node:crypto';
import { EventStore } from '@kull/event-store';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';

const PURPOSE = 'absence-evidence';

/** Documents sent in with reports of absence: kept under the person's key, outside the log, and deleted for good. */
@Injectable()
export class AbsenceEvidence {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  /** Keeps the document and answers what the log calls it: equal documents have one name, which nobody can guess. */
  async keep(absenceId: string, personId: string, bytes: Uint8Array): Promise<string> {
    const documentHash = this.people.fingerprint(createHash('sha256').update(bytes).digest('hex'));
    const sealed = await this.people.sealDocument(personId, PURPOSE, bytes);
    await this.events.query(
      `insert into attendance.absence_evidence (absence_id, document_hash, sealed) values ($1, $2, $3)
       on conflict do nothing`,
      [absenceId, documentHash, sealed],
    );
    return documentHash;
  }

  /** The document; undefined when it was deleted or the person was forgotten. */
  async read(absenceId: string, personId: string, documentHash: string): Promise<Uint8Array | undefined> {
    const [row] = await this.events.query<{ sealed: Buffer }>(
      'select sealed from attendance.absence_evidence where absence_id = $1 and document_hash = $2',
      [absenceId, documentHash],
    );
    return row && this.people.openDocument(personId, PURPOSE, row.sealed);
  }

  async delete(absenceId: string, documentHashes: readonly string[]): Promise<void> {
    await this.events.query(
      'delete from attendance.absence_evidence where absence_id = $1 and document_hash = any ($2)',
      [absenceId, documentHashes],
    );
  }
}

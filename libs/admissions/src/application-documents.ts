import { createHash } from 'node:crypto';
import { EventStore } from '@kull/event-store';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';

const PURPOSE = 'application-document';

/** Documents sent in with applications: kept under the person's key, outside the log, and deleted for good. */
@Injectable()
export class ApplicationDocuments {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  /** Keeps the document and answers what the log calls it: equal documents have one name, which nobody can guess. */
  async keep(draftId: string, personId: string, bytes: Uint8Array): Promise<string> {
    const documentHash = this.people.fingerprint(createHash('sha256').update(bytes).digest('hex'));
    const sealed = await this.people.sealDocument(personId, PURPOSE, bytes);
    await this.events.query(
      `insert into admissions.application_document (draft_id, person, document_hash, sealed) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [draftId, personId, documentHash, sealed],
    );
    return documentHash;
  }

  /** The document; undefined when it was deleted or the person was forgotten. */
  async read(draftId: string, personId: string, documentHash: string): Promise<Uint8Array | undefined> {
    const [row] = await this.events.query<{ sealed: Buffer }>(
      'select sealed from admissions.application_document where draft_id = $1 and document_hash = $2',
      [draftId, documentHash],
    );
    return row && this.people.openDocument(personId, PURPOSE, row.sealed);
  }

  async delete(draftId: string, documentHashes: readonly string[]): Promise<void> {
    await this.events.query(
      'delete from admissions.application_document where draft_id = $1 and document_hash = any ($2)',
      [draftId, documentHashes],
    );
  }
}

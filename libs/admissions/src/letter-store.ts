import { createHash } from 'node:crypto';
import { EventStore } from '@kull/event-store';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';

const PURPOSE = 'letter';

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Letters under their hash, each sealed under its applicant's key. */
@Injectable()
export class LetterStore {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  /** Keeps the bytes for good and answers their SHA-256. */
  async keep(personId: string, bytes: Uint8Array): Promise<string> {
    const sha256 = sha256Of(bytes);
    const sealed = await this.people.sealDocument(personId, PURPOSE, bytes);
    // Written as the service: an applicant who asks for a letter from before there were letters may only read.
    await this.events.transaction((tx) =>
      tx.query('insert into admissions.letter (sha256, person, sealed) values ($1, $2, $3) on conflict do nothing', [
        sha256,
        personId,
        sealed,
      ]),
    );
    return sha256;
  }

  /** The very bytes; undefined when the person was forgotten. @throws when they are not what was kept */
  async read(personId: string, sha256: string): Promise<Uint8Array | undefined> {
    const [row] = await this.events.query<{ readonly sealed: Buffer }>(
      'select sealed from admissions.letter where sha256 = $1 and person = $2',
      [sha256, personId],
    );
    if (!row) throw new Error(`letter ${sha256} is missing`);
    const bytes = await this.people.openDocument(personId, PURPOSE, row.sealed);
    if (bytes && sha256Of(bytes) !== sha256) throw new Error(`letter ${sha256} is not what was kept`);
    return bytes;
  }
}

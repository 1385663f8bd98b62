import { createHash } from 'node:crypto';
import { Database } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import type { DocumentStore } from './contracts';

/** Documents in PostgreSQL, under their hash. */
@Injectable()
export class DocumentTable implements DocumentStore {
  constructor(private readonly database: Database) {}

  async keep(bytes: Uint8Array, contentType: string): Promise<string> {
    const sha256 = sha256Of(bytes);
    await this.database.query(
      'insert into documents.document (sha256, bytes, content_type) values ($1, $2, $3) on conflict do nothing',
      [sha256, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), contentType],
    );
    return sha256;
  }

  async read(sha256: string): Promise<{ readonly bytes: Uint8Array; readonly contentType: string }> {
    const [row] = await this.database.query<{ bytes: Buffer; content_type: string }>(
      'select bytes, content_type from documents.document where sha256 = $1',
      [sha256],
    );
    if (!row) throw new Error(`document ${sha256} is missing`);
    if (sha256Of(row.bytes) !== sha256) throw new Error(`document ${sha256} is not what was kept`);
    return { bytes: row.bytes, contentType: row.content_type };
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

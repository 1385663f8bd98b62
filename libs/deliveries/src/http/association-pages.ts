import { createHash } from 'node:crypto';
import type { Caller } from '@kull/http';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type AssociationExport, AssociationExportQueries } from '../read-models/association-exports.query';
import { type AssociationExportPage, associationExportView } from './association-exports.dto';
import { exportUnknown } from './problems';

/** Whose deliveries the caller may see: `undefined` is everybody's, for the organiser's own people. */
export const recipientOf = ({ roles, orgNumber }: Caller): string | undefined =>
  roles.includes('administrator') ? undefined : (orgNumber ?? 'nobody');

/** Kept by whoever got it for as long as they like, but by no cache between us. */
export const FOR_EVER = 'private, max-age=31536000, immutable';

/** The pages that a recipient's machine pulls: full ones never change, the last one grows. */
@Injectable()
export class AssociationPages {
  constructor(private readonly exports: AssociationExportQueries) {}

  /** The page behind a cursor, which the recipient holds: the last sequence number that it has seen. */
  async page(
    recipient: string,
    { after, limit }: { readonly after: number; readonly limit: number },
    ifNoneMatch: string | undefined,
    reply: FastifyReply,
  ): Promise<AssociationExportPage | undefined> {
    const found = await this.exports.after(recipient, after, limit);
    const cursor = found.at(-1)?.sequence ?? after;
    const page: AssociationExportPage = { data: found.map(associationExportView), nextCursor: String(cursor) };
    const isFull = found.length === limit;
    const etag = `"${createHash('sha256').update(JSON.stringify(page)).digest('base64url')}"`;
    void reply.header('ETag', etag).header('Cache-Control', isFull ? FOR_EVER : 'private, no-cache');
    // A page that is not full has no next one yet: ask for it again.
    if (isFull) void reply.header('Link', `</api/v1/exports?after=${cursor}&limit=${limit}>; rel="next"`);
    if (ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
      void reply.status(304);
      return undefined;
    }
    return page;
  }

  /** The delivery, when the caller may see it; otherwise it is as if there were none. */
  async addressed(batchId: string, caller: Caller): Promise<AssociationExport> {
    const found = await this.exports.find(batchId, recipientOf(caller));
    if (!found) throw exportUnknown();
    return found;
  }
}

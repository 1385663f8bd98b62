import { gzipSync } from 'node:zlib';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file whose name changes with its content, zipped once. */
export interface ZippedFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly zipped: Buffer;
}

export const zippedFile = (type: string, bytes: Buffer): ZippedFile => ({
  type,
  bytes,
  zipped: gzipSync(bytes, { level: 9 }),
});

/** The file as an answer that browsers keep for good. */
export const zippedReply = (file: ZippedFile, request: FastifyRequest, reply: FastifyReply): StreamableFile => {
  const isZipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  reply.header('Cache-Control', 'public, max-age=31536000, immutable').header('Vary', 'Accept-Encoding');
  if (isZipped) reply.header('Content-Encoding', 'gzip');
  const bytes = isZipped ? file.zipped : file.bytes;
  return new StreamableFile(bytes, { type: file.type, length: bytes.length });
};

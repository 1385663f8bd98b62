import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

const zip = promisify(gzip);

/** A large JSON answer, zipped for whoever takes that. It may say nothing that a caller can choose. */
export const zippedAnswer = async (
  body: object,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<StreamableFile> => {
  const text = Buffer.from(JSON.stringify(body));
  const isZipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  void reply.header('Vary', 'Accept-Encoding');
  if (isZipped) void reply.header('Content-Encoding', 'gzip');
  const bytes = isZipped ? await zip(text) : text;
  return new StreamableFile(bytes, { type: 'application/json; charset=utf-8', length: bytes.length });
};

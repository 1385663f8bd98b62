import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { said } from './language';
import { Problem } from './problem';

const VERSION_TAG = /^(?:W\/)?"(\d{1,15})"$/;

const seenVersionOf = (request: FastifyRequest, required: boolean): number | undefined => {
  const header = request.headers['if-match'];
  if (header === undefined && required) {
    throw new Problem({
      status: 428,
      code: 'IF_MATCH_MISSING',
      title: said('Si hvilken versjon du har sett', 'Sei kva versjon du har sett', 'Say which version you have seen'),
      detail: said(
        'Send ETag fra svaret du så, i If-Match.',
        'Send ETag frå svaret du såg, i If-Match.',
        'Send the ETag of the answer that you saw, in If-Match.',
      ),
    });
  }
  if (header === undefined || header === '*') return undefined;
  const match = VERSION_TAG.exec(header);
  if (!match) {
    throw Problem.invalid([
      {
        code: 'IF_MATCH_INVALID',
        detail: said(
          'If-Match skal være én versjon i anførselstegn',
          'If-Match skal vere éin versjon i hermeteikn',
          'If-Match shall be one version in quotation marks',
        ),
      },
    ]);
  }
  return Number(match[1]);
};

/** The version in `If-Match`: `@SeenVersion() seen?: number`. Without the header 428, unless it is optional. */
export const SeenVersion = createParamDecorator(
  (options: { readonly optional: true } | undefined, context: ExecutionContext) =>
    seenVersionOf(context.switchToHttp().getRequest<FastifyRequest>(), !options?.optional),
);

export const etagOf = (version: number): string => `"${version}"`;

/** Whether the caller already has this version (`If-None-Match`). */
export const alreadyHas = (request: FastifyRequest, etag: string): boolean => {
  const header = request.headers['if-none-match'];
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
};

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { DOCUMENT_ROUTE, type documentTypes } from './bodies';
import { Problem } from './problem';

type DocumentType = (typeof documentTypes)[number];

/** A document as it came in, of the type that its own first bytes say. */
export interface UploadedDocument {
  readonly bytes: Buffer;
  readonly mediaType: DocumentType;
}

const beginnings: readonly (readonly [DocumentType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Buffer.of(0xff, 0xd8, 0xff)],
  ['image/png', Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
];

/** What the bytes are, whatever they were said to be; undefined when none of the types. */
const typeOf = (bytes: Buffer): DocumentType | undefined =>
  beginnings.find(([, beginning]) => bytes.subarray(0, beginning.length).equals(beginning))?.[0];

const documentParameter = createParamDecorator((_data: unknown, context: ExecutionContext): UploadedDocument => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  const mediaType = Buffer.isBuffer(body) ? typeOf(body) : undefined;
  if (!Buffer.isBuffer(body) || mediaType === undefined) {
    throw new Problem({
      status: 415,
      code: 'DOCUMENT_EXPECTED',
      title: 'Filen er verken PDF, JPEG eller PNG',
      detail: 'Send den som den er, med sin Content-Type. Den kan være på 10 MB.',
    });
  }
  return { bytes: body, mediaType };
});

/**
 * Injects an uploaded PDF, JPEG or PNG, known by its first bytes: `@DocumentBody() document: UploadedDocument`. The
 * route takes documents up to 10 MB; other routes take none.
 */
export const DocumentBody = (): ParameterDecorator => (target, method, index) => {
  documentParameter()(target, method, index);
  const descriptor = method && Object.getOwnPropertyDescriptor(target, method);
  if (descriptor) RouteConfig(DOCUMENT_ROUTE)(target, method, descriptor);
};

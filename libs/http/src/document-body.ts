import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { DOCUMENT_ROUTE } from './bodies';
import { documentTypeOf, type UploadedDocument } from './document-types';
import { said } from './language';
import { Problem } from './problem';

const documentParameter = createParamDecorator((_data: unknown, context: ExecutionContext): UploadedDocument => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  const mediaType = Buffer.isBuffer(body) ? documentTypeOf(body) : undefined;
  if (!Buffer.isBuffer(body) || mediaType === undefined) {
    throw new Problem({
      status: 415,
      code: 'DOCUMENT_EXPECTED',
      title: said(
        'Filen er verken PDF, JPEG eller PNG',
        'Fila er verken PDF, JPEG eller PNG',
        'The file is neither PDF, JPEG nor PNG',
      ),
      detail: said(
        'Send den som den er, med sin Content-Type. Den kan være på 10 MB.',
        'Send henne som ho er, med sin Content-Type. Ho kan vere på 10 MB.',
        'Send it as it is, with its Content-Type. It can be 10 MB.',
      ),
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

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { MESSAGE_MEDIA_TYPE, MESSAGE_ROUTE } from './bodies';
import { said } from './language';
import { Problem } from './problem';

const messageParameter = createParamDecorator((_data: unknown, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (Buffer.isBuffer(body)) return body;
  throw new Problem({
    status: 415,
    code: 'MESSAGE_EXPECTED',
    title: said(
      `Send meldingen som den er, med Content-Type: ${MESSAGE_MEDIA_TYPE}`,
      `Send meldinga som ho er, med Content-Type: ${MESSAGE_MEDIA_TYPE}`,
      `Send the message as it is, with Content-Type: ${MESSAGE_MEDIA_TYPE}`,
    ),
    detail: said('Den kan være på 1 MB.', 'Ho kan vere på 1 MB.', 'It can be 1 MB.'),
  });
});

/** Injects a letter as it came: `@MessageBody() message: Buffer`. The route takes `message/rfc822` up to 1 MB. */
export const MessageBody = (): ParameterDecorator => (target, method, index) => {
  messageParameter()(target, method, index);
  const descriptor = method && Object.getOwnPropertyDescriptor(target, method);
  if (descriptor) RouteConfig(MESSAGE_ROUTE)(target, method, descriptor);
};

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Caller, callerOf } from './caller';
import { said } from './language';
import { Problem } from './problem';

/** The class is not there, or not the caller's: which of the two is not to be told apart (reliability.md 5.1). */
export const classUnknown = (): Problem =>
  Problem.notFound(said('Klassen finnes ikke', 'Klassen finst ikkje', 'The class is not there'), 'CLASS_NOT_PLANNED');

/** That class, when the caller may ask about it; else it is unknown. For classes named in bodies and queries. */
export const classFor = ({ mayClass }: Caller, classId: string): string => {
  if (!mayClass(classId)) throw classUnknown();
  return classId;
};

const classInPath = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return classFor(callerOf(request), (request.params as { readonly id: string }).id);
});

/**
 * Injects `:id` of a path under `classes/:id`: `@ClassId() id: string`. A handler has the id only when the class is its
 * caller's, so asking whether it is cannot be forgotten.
 */
export const ClassId = (): ParameterDecorator => (target, method, index) => {
  classInPath()(target, method, index);
  const descriptor = method && Object.getOwnPropertyDescriptor(target, method);
  if (descriptor) ApiParam({ name: 'id', type: 'string' })(target, method, descriptor);
};

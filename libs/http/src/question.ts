import { type ExecutionContext, SetMetadata } from '@nestjs/common';

const QUESTION = 'kull:question';

/**
 * A POST that asks and changes nothing. It needs no `Idempotency-Key`, and what it answered is not kept: it may hold
 * personal data.
 */
export const Question = (): MethodDecorator => SetMetadata(QUESTION, true);

export const isQuestion = (context: ExecutionContext): boolean =>
  Reflect.getMetadata(QUESTION, context.getHandler()) === true;

import type { LetterFile } from '@kull/admissions';
import type { CommandContext } from '@kull/event-store';
import { type Caller, contentDisposition } from '@kull/http';
import { uuidOf } from '@kull/kernel';
import type { FastifyReply } from 'fastify';

/** Under which a letter is written, when it is asked for before it has been. */
export const letterContext = (caller: Caller, letterId: string): CommandContext =>
  caller.context({ commandId: uuidOf('FetchLetter', letterId), source: 'letter-page' });

/** The bytes as they were kept, under their hash: whoever has it can tell that these are the same. */
export const sendLetter = (reply: FastifyReply, { name, bytes, sha256 }: LetterFile): void => {
  void reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', contentDisposition(name))
    .header('etag', `"${sha256}"`)
    .send(Buffer.from(bytes));
};

import type { OutgoingHttpHeaders } from 'node:http';
import { Allow } from '@kull/http';
import { Controller, Get, type OnModuleDestroy, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LogTail, type News } from './log-tail';

/** How long one answer lasts. The browser comes again by itself, and has to be allowed again. */
const LASTS_MS = 60_000;
/** How soon the browser comes again. */
const RETRY_MS = 500;

const eventText = ({ position, topics }: News): string =>
  `id: ${position}\nevent: log\ndata: ${JSON.stringify({ position, topics })}\n\n`;

const lastSeenBy = ({ headers }: FastifyRequest): number | undefined => {
  const text = headers['last-event-id'];
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
};

/** Tells open screens that something has happened, so that they ask again for what they show (ux.md 5, row 9). */
@ApiTags('events')
@Controller('event-stream')
@Allow('administrator', 'coordinator', 'teacher', 'assessor', 'grader', 'auditor')
export class EventStreamController implements OnModuleDestroy {
  private readonly open = new Set<() => void>();

  constructor(private readonly tail: LogTail) {}

  @Get()
  @ApiOperation({
    operationId: 'followEvents',
    summary: 'Sier fra når loggen vokser, og i hvilke deler (server-sent events)',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({
    content: { 'text/event-stream': { example: eventText({ position: 48_213, topics: ['attendance'] }) } },
  })
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    reply.hijack();
    const { raw } = reply;
    reply.header('Content-Type', 'text/event-stream; charset=utf-8');
    raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
    raw.write(`retry: ${RETRY_MS}\n\n`);
    const tell = (news: News): void => void raw.write(eventText(news));
    const close = (): void => void raw.end();
    this.open.add(close);
    const timer = setTimeout(close, LASTS_MS);
    const leave = await this.tail.listen(tell);
    raw.once('close', () => {
      clearTimeout(timer);
      this.open.delete(close);
      leave();
    });
    const seen = lastSeenBy(request);
    const missed = seen === undefined ? undefined : await this.tail.since(seen).catch(() => undefined);
    if (missed && !raw.writableEnded) tell(missed);
  }

  onModuleDestroy(): void {
    for (const close of this.open) close();
  }
}

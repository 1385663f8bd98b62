import { Codecs, EventStore, type Recorded } from '@kull/event-store';
import { Allow } from '@kull/http';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type CloudEvent, cloudEventOf } from './cloud-event';

class EventsQuery extends createZodDto(
  z.strictObject({
    after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
) {}

class EarlierEventsQuery extends createZodDto(
  z.strictObject({
    before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).default(Number.MAX_SAFE_INTEGER),
    subject: z.string().min(1).max(128).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
) {}

interface EventsPage {
  readonly data: readonly CloudEvent[];
  /** What to give as `after` next time; also when nothing more is there yet. */
  readonly nextCursor: string;
}

/** Backwards. `nextCursor`: what to give as `before` next time; null at the beginning of the log. */
export interface LatestEvents {
  readonly data: readonly CloudEvent[];
  readonly nextCursor: string | null;
}

const example: EventsPage = {
  data: [
    {
      specversion: '1.0',
      id: '4f0c5d5e-6a3b-5c1d-9e2f-0a1b2c3d4e5f',
      source: '/kull',
      type: 'no.bi.kull.certificate.issued.v1',
      subject: 'certificate-crt_0e4s9w2m6k1v8q3y7t5r0b4n2h',
      time: '2026-06-19T12:00:00.000Z',
      datacontenttype: 'application/json',
      sequence: '48213',
      recordedtime: '2026-06-19T12:00:01.204Z',
      actor: 'worker',
      data: { certificateNo: '7Q4K-9M2X-T', version: 1 },
    },
  ],
  nextCursor: '48213',
};

/** The log, for administrators and for programs that follow it. */
@ApiTags('events')
@Controller('events')
@Allow('administrator', 'auditor')
export class EventsController {
  private readonly schemaVersions = new Map<string, number>();

  constructor(
    private readonly events: EventStore,
    private readonly codecs: Codecs,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listEvents', summary: 'Hendelsene etter en plass i loggen, som CloudEvents' })
  @ApiOkResponse({ example })
  async list(
    @Query() { after, limit }: EventsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventsPage> {
    const events = await this.events.reader.page(after, limit);
    const next = events.at(-1)?.position ?? after;
    if (events.length === limit) reply.header('Link', `</api/v1/events?after=${next}&limit=${limit}>; rel="next"`);
    return { data: events.map((event) => cloudEventOf(event, this.schemaVersionOf(event))), nextCursor: String(next) };
  }

  @Get('latest')
  @ApiOperation({
    operationId: 'listLatestEvents',
    summary: 'De nyeste hendelsene først, før en plass i loggen; om alt, eller om ett emne (strøm)',
  })
  @ApiOkResponse({ example })
  async latest(@Query() { before, subject, limit }: EarlierEventsQuery): Promise<LatestEvents> {
    const events = await this.events.reader.pageBefore(before, limit, subject);
    return {
      data: events.map((event) => cloudEventOf(event, this.schemaVersionOf(event))),
      nextCursor: events.length === limit ? String(events.at(-1)!.position) : null,
    };
  }

  /** What the reader gives is in its present form, whatever was stored. */
  private schemaVersionOf({ type, data }: Recorded): number {
    let version = this.schemaVersions.get(type);
    if (version === undefined) {
      version = this.codecs.encode({ type, data }).schemaVersion;
      this.schemaVersions.set(type, version);
    }
    return version;
  }
}

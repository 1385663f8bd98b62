import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, Public } from '@kull/http';
import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

interface Asset {
  readonly type: string;
  readonly content: Buffer;
}

const asset = (name: string, type: string): readonly [string, Asset] => [
  name,
  { type, content: readFileSync(join(__dirname, name)) },
];

const assets: ReadonlyMap<string, Asset> = new Map([
  asset('kull.css', 'text/css; charset=utf-8'),
  asset('outbox.css', 'text/css; charset=utf-8'),
  asset('kull.svg', 'image/svg+xml'),
]);

/** Style sheets and pictures of the pages that the api makes itself. */
@ApiExcludeController()
@Controller('assets')
@Public()
export class AssetsController {
  @Get(':file')
  asset(@Param('file') name: string, @Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    const found = assets.get(name);
    if (!found) throw Problem.notFound();
    reply.header('Cache-Control', 'public, max-age=300');
    return new StreamableFile(found.content, { type: found.type, length: found.content.length });
  }
}

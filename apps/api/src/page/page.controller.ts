import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, Public } from '@kull/http';
import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Overviews } from '../overview/overviews';
import { firstPage } from './first-page';

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

/** The first page. */
@ApiExcludeController()
@Controller()
@Public()
export class PageController {
  constructor(private readonly overviews: Overviews) {}

  @Get('/')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async first(): Promise<string> {
    return firstPage(await this.overviews.get());
  }

  @Get('assets/:file')
  asset(@Param('file') name: string, @Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    const found = assets.get(name);
    if (!found) throw Problem.notFound();
    reply.header('Cache-Control', 'public, max-age=300');
    return new StreamableFile(found.content, { type: found.type, length: found.content.length });
  }
}

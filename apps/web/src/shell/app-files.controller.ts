import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, Public } from '@kull/http';
import { Controller, Get, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ZippedFile, zippedFile, zippedReply } from '../kit/zipped-file';
import { builtFolder } from './built-app';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Every file of the built application that browsers may have, by its name. */
const readFiles = (folder: string): ReadonlyMap<string, ZippedFile> =>
  new Map(
    readdirSync(folder).flatMap((name) => {
      const type = TYPES[name.split('.').at(-1)!];
      return type ? [[name, zippedFile(type, readFileSync(join(folder, name)))] as const] : [];
    }),
  );

/** The scripts and styles of the administrators' application. */
@ApiExcludeController()
@Controller('assets/app')
@Public()
export class AppFilesController {
  private files: ReadonlyMap<string, ZippedFile> | undefined;

  @Get(':file')
  get(
    @Param('file') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    this.files ??= readFiles(builtFolder());
    const file = this.files.get(name);
    if (!file) throw Problem.notFound();
    return zippedReply(file, request, reply);
  }
}

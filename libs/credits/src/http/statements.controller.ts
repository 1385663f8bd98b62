import { elmoOf, renderStatement, type StatementContent, StatementRefused } from '@kull/documents';
import { Allow, Caller, fileReply, Problem, problemOf, said } from '@kull/http';
import { Clock } from '@kull/kernel';
import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Statements } from '../statements';
import { CourseAccess } from './course-access';
import { problems } from './problems';

class StatementQuery extends createZodDto(z.strictObject({ language: z.enum(['nb', 'nn', 'en']).optional() })) {}

const file = { schema: { type: 'string', format: 'binary' } } as const;

/** A student's ectsCredits on paper and for machines. Neither is a diploma or a transcript (domain.md 0.1). */
@ApiTags('awards')
@Controller('student-courses/:id/files')
@Allow('administrator', 'coordinator')
export class StatementsController {
  constructor(
    private readonly statements: Statements,
    private readonly courses: CourseAccess,
    private readonly clock: Clock,
  ) {}

  @Get('statement.pdf')
  @ApiOperation({
    operationId: 'getCreditStatement',
    summary: 'Bekreftelse på studiepoeng, på studentens språk eller det du ber om',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': file } })
  async pdf(
    @Param('id') id: string,
    @Query() { language }: StatementQuery,
    @Caller() caller: Caller,
  ): Promise<StreamableFile> {
    await this.courses.read(caller, id, 'getCreditStatement');
    const { studentNo, content } = await this.contentOf(id, language);
    return fileReply({ name: `studiepoeng-${studentNo}.pdf`, type: 'application/pdf', content: rendered(content) });
  }

  @Get('elmo.xml')
  @ApiOperation({
    operationId: 'getCreditStatementAsElmo',
    summary: 'Det samme som ELMO 1.5, med bekreftelsen som vedlegg',
  })
  @ApiProduces('application/xml')
  @ApiOkResponse({ content: { 'application/xml': { example: '<?xml version="1.0" encoding="UTF-8"?><elmo …' } } })
  async elmo(
    @Param('id') id: string,
    @Query() { language }: StatementQuery,
    @Caller() caller: Caller,
  ): Promise<StreamableFile> {
    await this.courses.read(caller, id, 'getCreditStatementAsElmo');
    const { studentNo, content } = await this.contentOf(id, language);
    const xml = elmoOf(content, rendered(content));
    return fileReply({ name: `studiepoeng-${studentNo}.elmo.xml`, type: 'application/xml', content: xml });
  }

  private async contentOf(id: string, language: StatementContent['language'] | undefined) {
    const made = await this.statements.of(id, { language, madeAt: this.clock.now() });
    if ('code' in made) throw problemOf(made, problems);
    return made;
  }
}

const rendered = (content: StatementContent): Uint8Array => {
  try {
    return renderStatement(content);
  } catch (error) {
    if (!(error instanceof StatementRefused)) throw error;
    throw new Problem({
      status: 422,
      code: 'STATEMENT_REFUSED',
      title: said(
        'Bekreftelsen kan ikke skrives',
        'Stadfestinga kan ikkje skrivast',
        'The statement cannot be written',
      ),
      detail: said(
        'Et navn eller en tittel har et tegn som skriften ikke har. Rett det, og prøv igjen.',
        'Eit namn eller ein tittel har eit teikn som skrifta ikkje har. Rett det, og prøv igjen.',
        'A name or a title has a character that the typeface lacks. Correct it, and try again.',
      ),
    });
  }
};

import { renderLetterAnyway } from '@kull/documents';
import { Allow, Caller, fileReply } from '@kull/http';
import { uuidOf } from '@kull/kernel';
import { Reads } from '@kull/people';
import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ApplicantLetters, type LetterLine } from '../applicant-letters';
import { IntakeAccess } from '../commands/intake-access';
import { LETTER_HEAD, type LetterHead } from '../commands/letter-writer';
import { AppealQueries } from '../read-models/appeals.query';
import { letterExample, letterSamples } from '../words/letters/example';
import { letterText } from '../words/letters/letter-text';
import { applicationUnknown, intakeUnknown, letterUnknown } from './problems';

class ExampleDto extends createZodDto(
  z.strictObject({ kind: z.enum(letterSamples), language: z.enum(['nb', 'nn', 'en']).default('nb') }),
) {}

const example: LetterLine = {
  id: 'ltr_0123456789abcdefghjkmnpqrs',
  kind: 'DECISION',
  about: 'app_0123456789abcdefghjkmnpqrs',
  number: 1,
  on: '2026-06-15',
  written: { at: '2026-06-16T07:00:00.000Z', language: 'nb', sha256: '9f2c'.repeat(16) },
};

/** The letters of applications, and what letters of an intake look like. */
@ApiTags('letters')
@Controller()
export class LettersController {
  constructor(
    private readonly letters: ApplicantLetters,
    private readonly owners: AppealQueries,
    private readonly intakes: IntakeAccess,
    private readonly reads: Reads,
    @Inject(LETTER_HEAD) private readonly head: LetterHead,
  ) {}

  @Get('applications/:id/letters')
  @Allow('administrator', 'student')
  @ApiOperation({
    operationId: 'listLetters',
    summary: 'Brevene om en søknad: når de ble skrevet, og avtrykket av dem',
  })
  @ApiOkResponse({ example: { data: [example] } })
  async list(@Param('id') id: string, @Caller() caller: Caller): Promise<{ readonly data: readonly LetterLine[] }> {
    await this.admit(id, caller, 'listLetters');
    return { data: await this.letters.of(id) };
  }

  @Get('applications/:id/letters/:letter/document')
  @Allow('administrator', 'student')
  @ApiOperation({ operationId: 'getLetter', summary: 'Ett brev, byte for byte slik det ble skrevet' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'PDF/UA-1; de samme bytene hver gang' })
  async document(
    @Param('id') id: string,
    @Param('letter') letter: string,
    @Caller() caller: Caller,
  ): Promise<StreamableFile> {
    await this.admit(id, caller, 'getLetter');
    const context = caller.context({ commandId: uuidOf('FetchLetter', letter) });
    const file = await this.letters.file(id, letter, context);
    if (!file) throw letterUnknown();
    return fileReply({ name: file.name, type: 'application/pdf', content: file.bytes });
  }

  @Get('intakes/:id/files/letter-example.pdf')
  @Allow('administrator')
  @ApiOperation({ operationId: 'getLetterExample', summary: 'Slik ser et brev i opptaket ut, til en som ikke finnes' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'PDF/UA-1; tas ikke vare på' })
  async example(@Param('id') id: string, @Query() { kind, language }: ExampleDto): Promise<StreamableFile> {
    const opened = await this.intakes.find(id);
    if (!opened) throw intakeUnknown();
    const { organiser, signatory, service } = this.head;
    const told = letterExample(kind, opened.definition);
    const content = renderLetterAnyway({
      language,
      organiser,
      recipient: 'Kari Eksempel',
      ...letterText(language, told, service),
      signatory,
      writtenAt: `${told.on}T12:00:00.000Z`,
    });
    return fileReply({ name: `eksempel-${kind}-${language}.pdf`, type: 'application/pdf', content, inline: true });
  }

  /** The office, or whose application it is. @throws Problem 404 */
  private async admit(applicationId: string, caller: Caller, operation: string): Promise<void> {
    const owner = await this.owners.ownerOf(applicationId);
    if (owner === undefined || !(caller.roles.includes('administrator') || owner === caller.actor))
      throw applicationUnknown();
    await this.reads.note(caller, operation, [owner]);
  }
}

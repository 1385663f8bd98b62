import { Allow, Caller } from '@kull/http';
import { Body, Controller, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { SaveDraft } from '../commands/save-draft';
import { doneOf } from './problems';

const text = z.string().max(200);

/** Somebody who has begun an application; the answers by the names of the form's fields. */
class DraftBody extends createZodDto(
  z.strictObject({
    nationalId: z.string().regex(/^\d{11}$/, 'elleve sifre'),
    familyName: z.string().min(1).max(100),
    givenNames: z.string().min(1).max(100),
    email: text.optional(),
    phone: text.optional(),
    language: z.enum(['nb', 'nn', 'en']).optional(),
    answers: z
      .record(z.string().max(64), z.string().max(4_000))
      .refine((answers) => Object.keys(answers).length <= 50, 'høyst 50 svar'),
  }),
) {}

/** Applications that are begun and not sent, on behalf of applicants. */
@ApiTags('applications')
@Controller('intakes/:id/drafts')
@Allow('administrator')
export class DraftsController {
  constructor(private readonly commands: CommandBus) {}

  @Put()
  @ApiOperation({
    operationId: 'saveApplicationDraft',
    summary: 'Lagrer en påbegynt søknad for en søker; den samme en gang til endrer ingenting',
  })
  @ApiOkResponse({ example: { id: 'dra_0123456789abcdefghjkmnpqrs' } })
  async save(
    @Param('id') id: string,
    @Body() draft: DraftBody,
    @Caller() caller: Caller,
  ): Promise<{ readonly id: string }> {
    const { draftId } = doneOf(await this.commands.execute(new SaveDraft(id, draft, caller.context())));
    return { id: draftId };
  }
}

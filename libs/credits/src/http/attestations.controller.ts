import { Allow, Caller, ClassId, problemOf, Worded } from '@kull/http';
import { type Language, parseInstant } from '@kull/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Attested, AttestResults, type Which } from '../commands/attest-results';
import { problems } from './problems';
import { AttestationBody } from './results.dto';
import { attestationMessage } from './row-messages';

interface AttestationAnswer {
  readonly attested: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly results: readonly (Attested & { readonly message?: string })[];
}

const answerOf = (results: readonly Attested[], language: Language): AttestationAnswer => {
  const count = (outcome: Attested['outcome']) => results.filter((one) => one.outcome === outcome).length;
  return {
    attested: count('ATTESTED'),
    unchanged: count('UNCHANGED'),
    refused: count('REFUSED'),
    results: results.map((one) =>
      one.outcome === 'REFUSED' ? { ...one, message: attestationMessage(one.code)[language] } : one,
    ),
  };
};

const example = answerOf(
  [
    { studentNo: 'S270001', assessment: 'PROJECT_PAPER', outcome: 'ATTESTED' },
    {
      studentNo: 'S270002',
      assessment: 'PROJECT_PAPER',
      outcome: 'REFUSED',
      code: 'SAME_PERSON_GRADED_AND_ATTESTED',
    },
  ],
  'nb',
);

const whichOf = ({ results, assessment }: AttestationBody): Which =>
  results ? { results } : { assessment: assessment! };

/** A second person stands by results of a class. */
@ApiTags('assessments')
@Controller('classes/:id/attestations')
@Allow('administrator', 'grader')
export class AttestationsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'attestResults', summary: 'Attester resultater; en annen enn den som har sensurert' })
  @ApiOkResponse({ example })
  async attest(
    @ClassId() id: string,
    @Body() body: AttestationBody,
    @Caller() caller: Caller,
  ): Promise<Worded<AttestationAnswer>> {
    const given = body.attestedAt === undefined ? undefined : parseInstant(body.attestedAt);
    const context = caller.context({ source: 'attestation', ...(given !== undefined && { occurredAt: given }) });
    const by = { attestedBy: caller.by(body.attestedBy), attestedAt: context.occurredAt };
    const outcome = await this.commands.execute(new AttestResults(id, whichOf(body), by, context));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, problems);
    return new Worded((language) => answerOf(outcome.results, language));
  }
}

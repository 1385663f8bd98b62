import { Allow, Caller, CsvBody, type CsvFile, CsvImport, Worded, withMessages } from '@kull/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CompleteIntake } from '../commands/complete-intake';
import { RunRanking } from '../commands/run-ranking';
import { type ApplicationImport, TakeInApplications } from '../commands/take-in-applications';
import { type AssessmentImport, TakeInAssessments } from '../commands/take-in-assessments';
import { type ApplicationColumn, applicationColumns } from '../domain/application-facts';
import { assessmentColumns } from '../domain/assessment-rows';
import type { CompletionCounts } from '../domain/intake.events';
import type { RankingCounts } from '../domain/ranking-run';
import { doneOf } from './problems';
import { type RowsInWords, rowMessages } from './row-messages';

const exampleImport: RowsInWords<ApplicationImport> = {
  rows: 477,
  takenIn: 468,
  unchanged: 0,
  rejected: [
    {
      row: 102,
      applicationNo: 'A26-000372',
      code: 'MISSING_NAME',
      message: rowMessages.MISSING_NAME.nb,
    },
  ],
};

@ApiTags('intakes')
@Controller('intakes/:id')
@Allow('administrator')
export class IntakeImportsController {
  constructor(private readonly commands: CommandBus) {}

  @CsvImport('application-imports', {
    operationId: 'importApplications',
    summary: 'Tar inn søknader; rader som ikke kan tas inn, får en kode',
    example: exampleImport,
  })
  @ApiConflictResponse({ description: 'INTAKE_DECIDED: det er gitt tilbud, og filen ville endret noe' })
  async importApplications(
    @Param('id') id: string,
    @CsvBody(...applicationColumns) file: CsvFile<ApplicationColumn>,
    @Caller() caller: Caller,
  ): Promise<Worded<RowsInWords<ApplicationImport>>> {
    const records = file.records.map(({ values }) => values);
    const { rejected, ...counts } = doneOf(
      await this.commands.execute(new TakeInApplications(id, records, caller.context())),
    );
    return new Worded((language) => ({ ...counts, rejected: withMessages(rejected, rowMessages, language) }));
  }

  @Allow('administrator', 'assessor')
  @CsvImport('assessment-imports', {
    operationId: 'importAssessments',
    summary: 'Tar inn vurderinger',
    example: { rows: 970, taken: 970, unchanged: 0, passedOver: 0 } satisfies AssessmentImport,
  })
  async importAssessments(
    @Param('id') id: string,
    @CsvBody(...assessmentColumns) file: CsvFile<(typeof assessmentColumns)[number]>,
    @Caller() caller: Caller,
  ): Promise<AssessmentImport> {
    const records = file.records.map(({ values }) => values);
    // The office takes in what many have judged; an assessor only what is their own.
    if (!caller.roles.includes('administrator')) for (const { assessor } of records) caller.by(assessor);
    return doneOf(await this.commands.execute(new TakeInAssessments(id, records, caller.context())));
  }

  @Post('ranking-runs')
  @HttpCode(200)
  @ApiOperation({ operationId: 'runRanking', summary: 'Vurderer alle søknader og rangerer de kvalifiserte' })
  @ApiOkResponse({
    example: {
      qualified: 424,
      notQualified: 26,
      needsMore: 14,
      superseded: 4,
      verifiedPhysicians: 25,
    } satisfies RankingCounts,
  })
  @ApiConflictResponse({ description: 'TOO_FEW_ASSESSMENTS, med søknadene i errors' })
  async runRanking(@Param('id') id: string, @Caller() caller: Caller): Promise<RankingCounts> {
    return doneOf(await this.commands.execute(new RunRanking(id, caller.context())));
  }

  @Post('completions')
  @HttpCode(200)
  @ApiOperation({ operationId: 'completeIntake', summary: 'Avslutter opptaket: ventelister og vedtak for alle' })
  @ApiOkResponse({ example: { placesHeld: 216, waiting: 453, decisions: 468 } satisfies CompletionCounts })
  @ApiConflictResponse({ description: 'ROUNDS_NOT_CLOSED' })
  async complete(@Param('id') id: string, @Caller() caller: Caller): Promise<CompletionCounts> {
    return doneOf(await this.commands.execute(new CompleteIntake(id, caller.context())));
  }
}

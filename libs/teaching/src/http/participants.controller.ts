import { Allow, Caller, ClassId, CsvBody, type CsvFile, CsvImport, problemOf, Worded, withMessages } from '@kull/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ImportParticipants, type ParticipantCode } from '../commands/import-participants';
import { participantMessages } from './participant-messages';
import { problems } from './problems';

const columns = [
  'student_no',
  'family_name',
  'given_names',
  'national_id',
  'email',
  'phone',
  'language',
  'hpr_number',
  'participant_status',
] as const;

interface ParticipantImportAnswer {
  readonly rows: number;
  readonly enrolled: number;
  readonly unchanged: number;
  readonly rejected: readonly {
    readonly row: number;
    readonly studentNo: string;
    readonly code: ParticipantCode;
    readonly message: string;
  }[];
}

const example: ParticipantImportAnswer = {
  rows: 31,
  enrolled: 30,
  unchanged: 0,
  rejected: [
    {
      row: 31,
      studentNo: 'S260001',
      code: 'DUPLICATE_STUDENT_NO',
      message: participantMessages.DUPLICATE_STUDENT_NO.nb,
    },
  ],
};

/** The class list of a class. */
@ApiTags('classes')
@Controller('classes/:id/participant-imports')
@Allow('administrator', 'coordinator')
export class ParticipantsController {
  constructor(private readonly commands: CommandBus) {}

  @CsvImport('', {
    operationId: 'importParticipants',
    summary: 'Meld opp deltakerne i en fil, participants.csv',
    example,
  })
  async import(
    @ClassId() id: string,
    @CsvBody(...columns) file: CsvFile<(typeof columns)[number]>,
    @Caller() caller: Caller,
  ): Promise<Worded<ParticipantImportAnswer>> {
    const rows = file.records.map(({ row, values }) => ({
      row,
      studentNo: values.student_no,
      familyName: values.family_name,
      givenNames: values.given_names,
      nationalId: values.national_id,
      email: values.email,
      phone: values.phone,
      language: values.language,
      hprNumber: values.hpr_number,
      participantStatus: values.participant_status,
    }));
    const context = caller.context({ source: 'participant-import' });
    const outcome = await this.commands.execute(new ImportParticipants(id, rows, context));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, problems);
    const { rejected, ...counts } = outcome.imported;
    return new Worded((language) => ({
      ...counts,
      rejected: withMessages(rejected, participantMessages, language),
    }));
  }
}

import { Allow, Caller, ClassId, problemOf, Worded } from '@kull/http';
import type { Language } from '@kull/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type CheckedIn, CheckIn } from '../commands/check-in';
import { type ScanAnswer, ScanAtDoor } from '../commands/scan-at-door';
import { DoorScans, OwnCheckIn } from './door.dto';
import { belongsTo, checkInProblems, doorProblems, scanMessage } from './door-problems';

type SpokenScan = ScanAnswer & { readonly message?: string };

interface ScansAnswer {
  readonly recorded: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly rejected: number;
  readonly scans: readonly SpokenScan[];
}

const example: ScansAnswer = {
  recorded: 1,
  unchanged: 0,
  conflicts: 0,
  rejected: 1,
  scans: [
    { id: '7b1c9a52-3e0d-4f6a-9c41-5d2e8f70a613', status: 'recorded' },
    {
      id: '2c8e5f17-6a09-4d3b-8e72-9f1b0c4d5a68',
      status: 'rejected',
      code: 'OTHER_CLASS',
      class: 'OSLO-2',
      message: belongsTo('OSLO-2').nb,
    },
  ],
};

const exampleCheckIn: CheckedIn = {
  id: '7b1c9a52-3e0d-4f6a-9c41-5d2e8f70a613',
  session: 'S1-1',
  status: 'recorded',
};

const spoken = (answer: ScanAnswer, language: Language): SpokenScan =>
  answer.status === 'rejected' ? { ...answer, message: scanMessage(answer)[language] } : answer;

/** Marks that are made with door codes: by whoever stands at the door, and by the students themselves. */
@ApiTags('attendance')
@Controller('classes/:id')
@Allow('administrator', 'coordinator', 'teacher')
export class DoorScansController {
  constructor(private readonly commands: CommandBus) {}

  @Post('door-scans')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'recordDoorScans',
    summary: 'Før opptil 500 skannede dørkoder; hver får sitt svar, og den samme to ganger er én',
  })
  @ApiOkResponse({ example })
  async scan(
    @ClassId() id: string,
    @Body() { device, scans }: DoorScans,
    @Caller() caller: Caller,
  ): Promise<Worded<ScansAnswer>> {
    const by = { observedBy: caller.actor, device };
    const command = new ScanAtDoor(id, scans, by, caller.context({ source: 'door-scan' }));
    const outcome = await this.commands.execute(command);
    if ('rejected' in outcome) throw problemOf(outcome.rejected, doorProblems);
    const count = (status: ScanAnswer['status']): number =>
      outcome.answers.filter((answer) => answer.status === status).length;
    return new Worded((language) => ({
      recorded: count('recorded'),
      unchanged: count('unchanged'),
      conflicts: count('conflict'),
      rejected: count('rejected'),
      scans: outcome.answers.map((one) => spoken(one, language)),
    }));
  }

  @Post('check-ins')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'checkIn',
    summary: 'En student merker seg selv i økten som går nå, fra en time før den begynner',
  })
  @ApiOkResponse({ example: exampleCheckIn })
  async checkIn(@ClassId() id: string, @Body() own: OwnCheckIn, @Caller() caller: Caller): Promise<CheckedIn> {
    const outcome = await this.commands.execute(new CheckIn(id, own, caller.context({ source: 'check-in' })));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, checkInProblems);
    return outcome.checkedIn;
  }
}

import { Allow, Caller } from '@kull/http';
import { Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type SendingAct, SetRoundSending } from '../commands/round-sending';
import { doneOf } from './problems';

/** A round that sends itself when its time comes: approved beforehand, and taken back until then (ux.md A5). */
@ApiTags('rounds')
@Controller('intakes/:id/rounds/:round')
@Allow('administrator')
export class RoundSendingsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('sending-approvals')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'approveRoundSending',
    summary: 'Godkjenner på forhånd at runden sendes av seg selv når den skal (offersAt)',
  })
  @ApiOkResponse({ example: { isSentBySelf: true } })
  @ApiConflictResponse({ description: 'ROUND_SENT, SENDING_TIME_PASSED' })
  async approve(
    @Param('id') id: string,
    @Param('round', ParseIntPipe) round: number,
    @Caller() caller: Caller,
  ): Promise<{ readonly isSentBySelf: boolean }> {
    await this.set(id, round, { act: 'approve' }, caller);
    return { isSentBySelf: true };
  }

  @Post('sending-withdrawals')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'withdrawRoundSending',
    summary: 'Tar tilbake at runden sendes av seg selv; da sendes den av noen',
  })
  @ApiOkResponse({ example: { isSentBySelf: false } })
  @ApiConflictResponse({ description: 'ROUND_SENT' })
  async withdraw(
    @Param('id') id: string,
    @Param('round', ParseIntPipe) round: number,
    @Caller() caller: Caller,
  ): Promise<{ readonly isSentBySelf: boolean }> {
    await this.set(id, round, { act: 'withdraw' }, caller);
    return { isSentBySelf: false };
  }

  private async set(id: string, round: number, what: SendingAct, caller: Caller): Promise<void> {
    doneOf(await this.commands.execute(new SetRoundSending(id, round, what, caller.context())));
  }
}

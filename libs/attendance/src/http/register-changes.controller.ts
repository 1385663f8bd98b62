import { Allow, answer, Caller, ClassId } from '@kull/http';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ChangeAttendance } from '../commands/change-attendance';
import { CloseRegister } from '../commands/close-register';
import { SettleConflict } from '../commands/settle-conflict';
import { RegisterReadings } from '../register-readings';
import { problems } from './problems';
import { type RegisterSummary, summaryOf } from './register-answers';
import { AttendanceChange, ConflictSettlement, saidIn } from './said-of-attendance.dto';

class Nothing extends createZodDto(z.strictObject({})) {}

const example: RegisterSummary = {
  session: 'G3-1',
  title: 'Samling 3, første halvdag',
  startsAt: '2027-02-16T08:00:00.000Z',
  hours: 4,
  gathering: 3,
  room: 'A2-075',
  status: 'locked',
  lockedFor: 'GATHERING_HELD',
  expected: 54,
  present: 47,
  absent: 5,
  excused: 2,
  unmarked: 1,
  conflicts: 0,
};

/** Registers, changed by hand. Each answers with the register as it stands afterwards. */
@ApiTags('attendance')
@Controller('classes/:id/registers/:session')
@Allow('administrator', 'coordinator')
export class RegisterChangesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly readings: RegisterReadings,
  ) {}

  @Post('locks')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'lockRegister',
    summary: 'Lås oppmøtet i en økt som er over; den som ikke er merket, regnes som fraværende',
  })
  @ApiOkResponse({ example })
  async lock(
    @ClassId() id: string,
    @Param('session') session: string,
    @Body() _body: Nothing,
    @Caller() caller: Caller,
  ): Promise<RegisterSummary> {
    answer(await this.commands.execute(new CloseRegister(id, session, caller.context())), problems);
    return this.standing(id, session);
  }

  @Post('corrections')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'correctAttendance',
    summary: 'Endre oppmøtet til en student, med grunn; det gamle merket blir stående',
  })
  @ApiOkResponse({ example })
  async correct(
    @ClassId() id: string,
    @Param('session') session: string,
    @Body() change: AttendanceChange,
    @Caller() caller: Caller,
  ): Promise<RegisterSummary> {
    const command = new ChangeAttendance(id, session, saidIn(change), caller.context());
    answer(await this.commands.execute(command), problems);
    return this.standing(id, session);
  }

  @Post('settlements')
  @HttpCode(200)
  @ApiOperation({ operationId: 'settleConflict', summary: 'Avgjør hva som er riktig når merker er uenige' })
  @ApiOkResponse({ example })
  async settle(
    @ClassId() id: string,
    @Param('session') session: string,
    @Body() { marks, ...settlement }: ConflictSettlement,
    @Caller() caller: Caller,
  ): Promise<RegisterSummary> {
    const command = new SettleConflict(id, session, { ...saidIn(settlement), marks }, caller.context());
    answer(await this.commands.execute(command), problems);
    return this.standing(id, session);
  }

  private async standing(id: string, session: string): Promise<RegisterSummary> {
    const reading = await this.readings.ofSession(id, session);
    return summaryOf(reading!);
  }
}

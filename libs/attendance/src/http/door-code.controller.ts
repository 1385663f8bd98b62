import { Allow, answer, Caller, ClassId, fileReply, problemOf, Worded } from '@kull/http';
import { Body, Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IssueDoorCode, type IssuedDoorCode } from '../commands/issue-door-code';
import { RevokeDoorCode } from '../commands/revoke-door-code';
import { DoorCodeRevocation } from './door.dto';
import { doorCodePicture } from './door-code-picture';
import { doorProblems } from './door-problems';

const example: IssuedDoorCode = {
  code: 'eyJhbGciOiJFZERTQSIsImtpZCI6IuKApiIsInR5cCI6Imt1bGwtZG9vciJ9.eyJzIjoiZG9yXzAxIiwibiI6MX0.c2lnbmF0dXJl',
  issue: 1,
};

/** The code that a student shows at the door: stable until it is revoked. */
@ApiTags('attendance')
@Controller('classes/:id/students/:studentNo')
@Allow('administrator', 'coordinator')
export class DoorCodeController {
  constructor(private readonly commands: CommandBus) {}

  @Get('door-code')
  @ApiOperation({ operationId: 'getDoorCode', summary: 'Studentens dørkode, den samme hver gang' })
  @ApiOkResponse({ example })
  code(
    @ClassId() id: string,
    @Param('studentNo') studentNo: string,
    @Caller() caller: Caller,
  ): Promise<IssuedDoorCode> {
    return this.issued(id, studentNo, caller);
  }

  @Get('door-code.svg')
  @ApiOperation({ operationId: 'getDoorCodePicture', summary: 'Dørkoden som QR-kode' })
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string', example: '<svg xmlns="http://www.w3.org/2000/svg" role="img">…</svg>' } })
  async picture(
    @ClassId() id: string,
    @Param('studentNo') studentNo: string,
    @Caller() caller: Caller,
  ): Promise<Worded<StreamableFile>> {
    const { code } = await this.issued(id, studentNo, caller);
    return new Worded((language) =>
      fileReply({
        name: 'door-code.svg',
        type: 'image/svg+xml; charset=utf-8',
        content: doorCodePicture(code, language),
        inline: true,
      }),
    );
  }

  @Post('door-code-revocations')
  @HttpCode(200)
  @ApiOperation({ operationId: 'revokeDoorCode', summary: 'Sperr dørkoden; studenten henter en ny' })
  @ApiOkResponse({ example: { revoked: 1 } })
  async revoke(
    @ClassId() id: string,
    @Param('studentNo') studentNo: string,
    @Body() { reasonClass }: DoorCodeRevocation,
    @Caller() caller: Caller,
  ): Promise<{ readonly revoked: number }> {
    const command = new RevokeDoorCode(id, studentNo, reasonClass, caller.context());
    const { events } = answer(await this.commands.execute(command), doorProblems);
    return { revoked: events[0]!.data.issue };
  }

  private async issued(classId: string, studentNo: string, caller: Caller): Promise<IssuedDoorCode> {
    const issued = await this.commands.execute(new IssueDoorCode(classId, studentNo, caller.context()));
    if ('rejected' in issued) throw problemOf(issued.rejected, doorProblems);
    return issued;
  }
}

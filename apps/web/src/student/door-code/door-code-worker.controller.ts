import { Public } from '@kull/http';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { styleAddress } from '../../kit/style';
import { workerPolicy, workerScript } from '../../offline/worker-script';
import { scriptAddress } from '../../shell/built-app';

const PAGE = '/min-qr';

/** What shows a student's code at a door without a network. Holds nothing of anybody. */
@ApiExcludeController()
@Controller('min-qr')
@Public()
export class DoorCodeWorkerController {
  private script: string | undefined;

  @Get('sw.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  @Header('Service-Worker-Allowed', PAGE)
  @Header('Content-Security-Policy', workerPolicy)
  worker(): string {
    const files = [scriptAddress('app/code/keep-code.ts'), styleAddress, '/assets/kull.svg'];
    this.script ??= workerScript({ name: 'code', page: PAGE, files, outlivesSession: false });
    return this.script;
  }
}

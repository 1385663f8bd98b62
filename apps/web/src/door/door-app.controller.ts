import { Public, said, Worded } from '@kull/http';
import type { Language } from '@kull/kernel';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { styleAddress } from '../kit/style';
import { workerPolicy, workerScript } from '../offline/worker-script';
import { appFiles } from '../shell/built-app';

/** The addresses that the application at the door answers to, and that its service worker looks after. */
const SCOPE = '/oppmote';

export const MANIFEST = `${SCOPE}/app.webmanifest`;

const ICON = '/assets/kull.svg';

const names = said('Oppmøte', 'Oppmøte', 'Attendance');

const manifestIn = (language: Language) => ({
  id: SCOPE,
  lang: language,
  name: `Kull ${names[language].toLowerCase()}`,
  short_name: names[language],
  start_url: SCOPE,
  scope: SCOPE,
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#1e2b3c',
  icons: [
    { src: ICON, type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
    { src: ICON, type: 'image/svg+xml', sizes: 'any', purpose: 'maskable' },
  ],
});

/** What makes the application at the door one that can be installed, and opened without a network. Holds nothing of anybody. */
@ApiExcludeController()
@Controller('oppmote')
@Public()
export class DoorAppController {
  private script: string | undefined;

  @Get('app.webmanifest')
  @Header('Content-Type', 'application/manifest+json; charset=utf-8')
  manifest(): Worded<string> {
    return new Worded((language) => JSON.stringify(manifestIn(language)));
  }

  @Get('sw.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  @Header('Service-Worker-Allowed', SCOPE)
  @Header('Content-Security-Policy', workerPolicy)
  worker(): string {
    const files = [...appFiles('app/door/main.tsx'), styleAddress, ICON];
    this.script ??= workerScript({ name: 'door', page: SCOPE, files, outlivesSession: true });
    return this.script;
  }
}

import { createHash } from 'node:crypto';
import { Public } from '@kull/http';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { styleAddress } from '../kit/style';
import { appFiles, builtScript } from '../shell/built-app';

/** The addresses that the application at the door answers to, and that its service worker looks after. */
const SCOPE = '/oppmote';

export const MANIFEST = `${SCOPE}/app.webmanifest`;

const ICON = '/assets/kull.svg';

const manifest = {
  id: SCOPE,
  name: 'Kull oppmøte',
  short_name: 'Oppmøte',
  start_url: SCOPE,
  scope: SCOPE,
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#1e2b3c',
  icons: [
    { src: ICON, type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
    { src: ICON, type: 'image/svg+xml', sizes: 'any', purpose: 'maskable' },
  ],
};

/** The worker behind a line that tells it what to keep: with other files it is another worker, and browsers take it. */
const workerScript = (): string => {
  const files = [...appFiles('app/door/main.tsx'), styleAddress, ICON];
  const script = builtScript('app/door/service-worker.ts');
  const version = createHash('sha256').update(JSON.stringify(files)).update(script).digest('base64url').slice(0, 12);
  return `self.kept = ${JSON.stringify({ version, files, page: SCOPE })};\n${script}`;
};

/** What makes the application at the door one that can be installed, and opened without a network. Holds nothing of anybody. */
@ApiExcludeController()
@Controller('oppmote')
@Public()
export class DoorAppController {
  private script: string | undefined;

  @Get('app.webmanifest')
  @Header('Content-Type', 'application/manifest+json; charset=utf-8')
  manifest(): string {
    return JSON.stringify(manifest);
  }

  @Get('sw.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  @Header('Service-Worker-Allowed', SCOPE)
  @Header('Content-Security-Policy', "default-src 'none'; connect-src 'self'; frame-ancestors 'none'")
  worker(): string {
    this.script ??= workerScript();
    return this.script;
  }
}

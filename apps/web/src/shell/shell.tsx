import { EventStore } from '@kull/event-store';
import type { Caller } from '@kull/http';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { type InLanguages, type Language, languageOf } from '../kit/language';
import { styleAddress } from '../kit/style';
import { Viewers } from '../viewers';
import { type AppName, appEntry } from './built-app';
import type { Staff } from './staff';

/** Script, styles and data from here and nowhere else; nothing inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const noScript: InLanguages<string> = {
  nb: 'Denne delen av Kull trenger JavaScript. Slå det på, eller bruk kommandolinjen.',
  nn: 'Denne delen av Kull treng JavaScript. Slå det på, eller bruk kommandolinja.',
  en: 'This part of Kull needs JavaScript. Turn it on, or use the command line.',
};

interface ShellPageProps {
  readonly app: AppName;
  readonly language: Language;
  readonly staff: Staff;
  /** What the log has come to: whatever the page asks for later knows at least that. */
  readonly position?: number;
  /** The manifest of an application that can be installed. */
  readonly manifest?: string;
}

const ShellPage = ({ app, language, staff, position, manifest }: ShellPageProps) => {
  const { script, imports, styles } = appEntry(app);
  return (
    <html lang={language} data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="same-origin" />
        <title>Kull</title>
        <link rel="icon" href="/assets/kull.svg" />
        <link rel="stylesheet" href={styleAddress} />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {manifest && <link rel="manifest" href={manifest} />}
        {imports.map((href) => (
          <link key={href} rel="modulepreload" href={href} />
        ))}
        <script type="module" src={script} />
      </head>
      <body data-size="sm" data-staff={JSON.stringify(staff)} data-position={position}>
        <div id="app" />
        <noscript>{noScript[language]}</noscript>
      </body>
    </html>
  );
};

/** Which application, when it is not the administrators'. */
interface OtherApp {
  readonly app: AppName;
  readonly manifest: string;
}

/** The page that an application begins in, whatever the address: the application reads the rest of it. */
@Injectable()
export class Shell {
  constructor(
    private readonly viewers: Viewers,
    private readonly events: EventStore,
  ) {}

  async send(
    caller: Caller,
    request: FastifyRequest,
    reply: FastifyReply,
    { app, manifest }: Partial<OtherApp> = {},
  ): Promise<void> {
    const viewer = await this.viewers.of(caller);
    const language = languageOf(request, reply, viewer.language);
    const staff: Staff = { code: caller.actor, name: viewer.in(language).name, roles: caller.roles };
    // The page of the door is kept by the phone, and stays the same.
    const position = app === undefined ? await this.events.reader.head() : undefined;
    const page = (
      <ShellPage
        app={app ?? 'app/main.tsx'}
        manifest={manifest}
        language={language}
        staff={staff}
        position={position}
      />
    );
    void reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Content-Language', language)
      .header('Content-Security-Policy', POLICY)
      .send(`<!doctype html>\n${render(page as VNode)}`);
  }
}

import type { Caller } from '@kull/http';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { type InLanguages, type Language, languageOf } from '../kit/language';
import { styleAddress } from '../kit/style';
import { Viewers } from '../viewers';
import { appEntry } from './built-app';
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

const ShellPage = ({ language, staff }: { readonly language: Language; readonly staff: Staff }) => {
  const { script, styles } = appEntry();
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
        <script type="module" src={script} />
      </head>
      <body data-size="sm" data-staff={JSON.stringify(staff)}>
        <div id="app" />
        <noscript>{noScript[language]}</noscript>
      </body>
    </html>
  );
};

/** The page that the administrators' application begins in, whatever the address: the application reads the rest of it. */
@Injectable()
export class Shell {
  constructor(private readonly viewers: Viewers) {}

  async send(caller: Caller, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const viewer = await this.viewers.of(caller);
    const language = languageOf(request, reply, viewer.language);
    const staff: Staff = { code: caller.actor, name: viewer.in(language).name, roles: caller.roles };
    void reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Content-Language', language)
      .header('Content-Security-Policy', POLICY)
      .send(`<!doctype html>\n${render((<ShellPage language={language} staff={staff} />) as VNode)}`);
  }
}

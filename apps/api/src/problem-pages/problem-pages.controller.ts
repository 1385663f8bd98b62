import { type Html, html, languageOfRequest, Problem, Public, said } from '@kull/http';
import { isLanguage, type Language, languages } from '@kull/kernel';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pageOf } from '../page/page';
import type { ProblemText } from './problem-text';
import { problemTextOf } from './problem-texts';

const SLUG = /^[a-z0-9-]{1,64}$/;

const ofContext: ProblemText = {
  title: said('En regel sa nei', 'Ein regel sa nei', 'A rule said no'),
  todo: said(
    'Tittelen og forklaringen står i selve svaret, i «title», «detail» og «errors».',
    'Tittelen og forklaringa står i sjølve svaret, i «title», «detail» og «errors».',
    'The title and the explanation are in the answer itself, in “title”, “detail” and “errors”.',
  ),
};

const codeWord = said('Kode', 'Kode', 'Code');
const names: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

const others = (language: Language): Html => {
  const links = languages
    .filter((other) => other !== language)
    .map((other) => html`<a href="?lang=${other}" hreflang="${other}" lang="${other}">${names[other]}</a> `);
  return html`<p>${links}</p>`;
};

/** The pages that the `type` of a problem points to, in the language of the problem or as `?lang=` asks. */
@ApiExcludeController()
@Controller('problems')
@Public()
export class ProblemPagesController {
  @Get(':slug')
  page(
    @Param('slug') slug: string,
    @Query('lang') wanted: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    if (!SLUG.test(slug)) throw Problem.notFound();
    const code = slug.toUpperCase().replaceAll('-', '_');
    const language = isLanguage(wanted) ? wanted : languageOfRequest(request);
    const { title, todo } = problemTextOf(slug) ?? ofContext;
    void reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Content-Language', language)
      .header('Vary', 'Accept-Language, Cookie');
    return pageOf(
      `${title[language]} – Kull`,
      html`<h1>${title[language]}</h1><p class="lead">${todo[language]}</p><p>${codeWord[language]}: <code>${code}</code></p>`,
      { language, footer: others(language) },
    );
  }
}

import { html, Problem, Public } from '@kull/http';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { pageOf } from '../page/page';
import { problemTextOf } from './problem-texts';

const SLUG = /^[a-z0-9-]{1,64}$/;

/** The pages that the `type` of a problem points to. */
@ApiExcludeController()
@Controller('problems')
@Public()
export class ProblemPagesController {
  @Get(':slug')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(@Param('slug') slug: string): string {
    if (!SLUG.test(slug)) throw Problem.notFound();
    const code = slug.toUpperCase().replaceAll('-', '_');
    const text = problemTextOf(slug) ?? {
      title: 'En regel sa nei',
      todo: 'Tittelen og forklaringen står i selve svaret, i «title», «detail» og «errors».',
    };
    return pageOf(
      `${text.title} – Kull`,
      html`<h1>${text.title}</h1><p class="lead">${text.todo}</p><p>Kode: <code>${code}</code></p>`,
    );
  }
}

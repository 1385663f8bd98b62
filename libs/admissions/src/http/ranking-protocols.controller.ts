import { RankingProtocolRefused, renderRankingProtocol } from '@kull/documents';
import { Allow, Caller, fileReply, Problem, said } from '@kull/http';
import { Reads } from '@kull/people';
import { Controller, Get, Param, ParseIntPipe, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IntakeAccess } from '../commands/intake-access';
import { RankingRunQueries } from '../read-models/ranking-runs.query';
import { protocolContent } from '../words/protocol-words';
import { intakeUnknown, runUnknown } from './problems';

const notPrintable = (): Problem =>
  new Problem({
    status: 422,
    code: 'PROTOCOL_NOT_PRINTABLE',
    title: said(
      'Protokollen kan ikke skrives ut',
      'Protokollen kan ikkje skrivast ut',
      'The protocol cannot be printed',
    ),
    detail: said(
      'Opptaket har en tekst med tegn som skriften ikke har. Last ned rangeringen som regneark i stedet.',
      'Opptaket har ein tekst med teikn som skrifta ikkje har. Last ned rangeringa som rekneark i staden.',
      'The intake has a text with signs that the font lacks. Download the ranking as a spreadsheet instead.',
    ),
  });

const printed = (content: Parameters<typeof renderRankingProtocol>[0]): Uint8Array => {
  try {
    return renderRankingProtocol(content);
  } catch (fault) {
    if (fault instanceof RankingProtocolRefused) throw notPrintable();
    throw fault;
  }
};

/** What the committee signs of a ranking (ux.md E2). */
@ApiTags('intakes')
@Controller('intakes/:id/ranking-runs/:number')
@Allow('administrator')
export class RankingProtocolsController {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly runs: RankingRunQueries,
    private readonly reads: Reads,
  ) {}

  @Get('protocol.pdf')
  @ApiOperation({
    operationId: 'getRankingProtocol',
    summary:
      'Protokollen for en kjøring: hver plass med grunnen til den, og plass til å underskrive; alltid den samme filen',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async pdf(
    @Param('id') id: string,
    @Param('number', ParseIntPipe) number: number,
    @Caller() caller: Caller,
  ): Promise<StreamableFile> {
    const opened = await this.intakes.find(id);
    if (!opened) throw intakeUnknown();
    const { definition } = opened;
    const protocol = await this.runs.protocol(id, definition, number);
    if (!protocol) throw runUnknown();
    await this.reads.note(caller, 'getRankingProtocol', protocol.persons);
    const content = printed(protocolContent(definition, protocol.run, protocol.quotas));
    return fileReply({
      name: `Protokoll ${definition.intake} kjøring ${number}.pdf`,
      type: 'application/pdf',
      content,
    });
  }
}

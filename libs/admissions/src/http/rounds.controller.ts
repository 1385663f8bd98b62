import { Allow, Caller, CsvBody, type CsvFile, CsvImport, type Said, said, Worded } from '@kull/http';
import { Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CloseRound } from '../commands/close-round';
import { MakeRoundOffers } from '../commands/make-round-offers';
import { ReleaseEarmarkedPlaces } from '../commands/release-earmarked-places';
import { type AnswerImport, TakeInAnswers } from '../commands/take-in-answers';
import { answerColumns } from '../domain/answer-rows';
import type { ReleaseRefused } from '../domain/release';
import { doneOf } from './problems';

const whyRefused = ({ physicians }: Pick<ReleaseRefused, 'physicians'>): Said =>
  physicians === 1
    ? said(
        'en bekreftet lege venter fortsatt på klassen',
        'ein stadfesta lege ventar framleis på klassen',
        'one verified physician is still waiting for the class',
      )
    : said(
        `${physicians} bekreftede leger venter fortsatt på klassen`,
        `${physicians} stadfesta legar ventar framleis på klassen`,
        `${physicians} verified physicians are still waiting for the class`,
      );

@ApiTags('rounds')
@Controller('intakes/:id/rounds/:round')
@Allow('administrator')
export class RoundsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('earmarked-releases')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'releaseEarmarkedPlaces',
    summary: 'Frigir ledige legeplasser før runden opptaket nevner',
  })
  @ApiOkResponse({
    example: {
      released: [{ class: 'TRONDHEIM-1', places: 1 }],
      refused: [
        {
          class: 'OSLO-2',
          code: 'PHYSICIAN_STILL_WAITING',
          reason: whyRefused({ physicians: 1 }).nb,
          physicians: 1,
        },
      ],
    },
  })
  async release(@Param('id') id: string, @Param('round', ParseIntPipe) round: number, @Caller() caller: Caller) {
    const command = new ReleaseEarmarkedPlaces(id, round, caller.context());
    const { released, refused } = doneOf(await this.commands.execute(command));
    return new Worded((language) => ({
      released,
      refused: refused.map((one) => ({
        class: one.class,
        code: one.reason,
        reason: whyRefused(one)[language],
        physicians: one.physicians,
      })),
    }));
  }

  @Post('offers')
  @HttpCode(200)
  @ApiOperation({ operationId: 'makeRoundOffers', summary: 'Gir alle tilbud i runden, én gang' })
  @ApiOkResponse({ example: { offers: 216 } })
  @ApiConflictResponse({ description: 'NOT_RANKED, PREVIOUS_ROUND_OPEN' })
  async makeOffers(
    @Param('id') id: string,
    @Param('round', ParseIntPipe) round: number,
    @Caller() caller: Caller,
  ): Promise<{ readonly offers: number }> {
    return doneOf(await this.commands.execute(new MakeRoundOffers(id, round, caller.context())));
  }

  @CsvImport('answer-imports', {
    operationId: 'importAnswers',
    summary: 'Tar inn svarene i runden; rader for andre runder er uten betydning',
    example: { accepted: 181, declined: 15, late: 9, passedOver: 240 } satisfies AnswerImport,
  })
  async importAnswers(
    @Param('id') id: string,
    @Param('round', ParseIntPipe) round: number,
    @CsvBody(...answerColumns) file: CsvFile<(typeof answerColumns)[number]>,
    @Caller() caller: Caller,
  ): Promise<AnswerImport> {
    const records = file.records.map(({ values }) => values);
    return doneOf(await this.commands.execute(new TakeInAnswers(id, round, records, caller.context())));
  }

  @Post('closings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'closeRound', summary: 'Avslutter runden: tilbud uten svar i tide bortfaller' })
  @ApiOkResponse({ example: { lapsed: 20 } })
  @ApiConflictResponse({ description: 'OFFERS_NOT_MADE' })
  async close(
    @Param('id') id: string,
    @Param('round', ParseIntPipe) round: number,
    @Caller() caller: Caller,
  ): Promise<{ readonly lapsed: number }> {
    return doneOf(await this.commands.execute(new CloseRound(id, round, caller.context())));
  }
}

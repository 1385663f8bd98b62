import { Allow, csvReply } from '@kull/http';
import { ruleFile, type Table } from '@kull/kernel/rule-file';
import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IntakeAccess } from '../commands/intake-access';
import { classListsFile, decisionsFile, offersFile, waitingListsFile } from '../domain/files';
import { ApplicationQueries } from '../read-models/applications.query';
import { OfferQueries } from '../read-models/offers.query';
import { PlaceHolderQueries } from '../read-models/place-holders';
import { intakeUnknown } from './problems';

/** The files of selection.md 7. */
@ApiTags('intakes')
@Controller('intakes/:id/files')
@Allow('administrator')
@ApiProduces('text/csv')
export class IntakeFilesController {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly applications: ApplicationQueries,
    private readonly offers: OfferQueries,
    private readonly holders: PlaceHolderQueries,
  ) {}

  @Get('decisions.csv')
  @ApiOperation({ operationId: 'getDecisionsFile', summary: 'Vedtakene, når opptaket er avsluttet' })
  @ApiOkResponse({ description: 'application_no;status;codes;score;lottery_number;verified_physician;tier' })
  decisions(@Param('id') id: string): Promise<StreamableFile> {
    return this.file(id, 'decisions.csv', async (intake) => decisionsFile(await this.applications.decisions(intake)));
  }

  @Get('offers.csv')
  @ApiOperation({ operationId: 'getOffersFile', summary: 'Alle tilbud og hva som ble av dem' })
  @ApiOkResponse({ description: 'round;application_no;class;quota;wish_no;outcome' })
  offersMade(@Param('id') id: string): Promise<StreamableFile> {
    return this.file(id, 'offers.csv', async (intake) => {
      const offers = await this.offers.ofIntake(intake);
      return offersFile(offers.map((offer) => ({ ...offer, outcome: offer.outcome ?? undefined })));
    });
  }

  @Get('class-lists.csv')
  @ApiOperation({ operationId: 'getClassListsFile', summary: 'Hvem som har plass i hver klasse' })
  @ApiOkResponse({ description: 'class;application_no;quota' })
  classLists(@Param('id') id: string): Promise<StreamableFile> {
    return this.file(id, 'class-lists.csv', async () => classListsFile(await this.holders.ofIntake(id)));
  }

  @Get('waiting-lists.csv')
  @ApiOperation({ operationId: 'getWaitingListsFile', summary: 'Ventelistene, når opptaket er avsluttet' })
  @ApiOkResponse({ description: 'class;quota;position;application_no' })
  waitingLists(@Param('id') id: string): Promise<StreamableFile> {
    return this.file(id, 'waiting-lists.csv', async (intake) =>
      waitingListsFile(await this.applications.waitingLists(intake)),
    );
  }

  private async file(id: string, name: string, table: (intake: string) => Promise<Table>): Promise<StreamableFile> {
    const opened = await this.intakes.find(id);
    if (!opened) throw intakeUnknown();
    return csvReply(name, ruleFile(await table(opened.definition.intake)));
  }
}

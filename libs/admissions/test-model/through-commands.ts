import { withMessages } from '@kull/http';
import { newUuid, type Rejection } from '@kull/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import { CloseRound } from '../src/commands/close-round';
import { CompleteIntake } from '../src/commands/complete-intake';
import { intakeId } from '../src/commands/ids';
import { MakeRoundOffers } from '../src/commands/make-round-offers';
import { OpenIntake } from '../src/commands/open-intake';
import { ReleaseEarmarkedPlaces } from '../src/commands/release-earmarked-places';
import { RunRanking } from '../src/commands/run-ranking';
import { TakeInAnswers } from '../src/commands/take-in-answers';
import { TakeInApplications } from '../src/commands/take-in-applications';
import { TakeInAssessments } from '../src/commands/take-in-assessments';
import { TakeInHprRegister } from '../src/commands/take-in-hpr-register';
import type { AnswerRecord } from '../src/domain/answer-rows';
import { checkRows } from '../src/domain/application-rows';
import type { AssessmentRecord } from '../src/domain/assessment-rows';
import { classListsFile, decisionsFile, offersFile, rejectedRowsFile, waitingListsFile } from '../src/domain/files';
import { rowMessages } from '../src/http/row-messages';
import { ApplicationQueries } from '../src/read-models/applications.query';
import { OfferQueries } from '../src/read-models/offers.query';
import { PlaceHolderQueries } from '../src/read-models/place-holders';
import type { IntakeFolder } from './intake-folder';
import type { RunFiles } from './whole-run';

/** Takes a folder through the commands of the context, step by step, as the command line does over HTTP. */
export class IntakeThroughCommands {
  private readonly id: string;

  constructor(
    private readonly commands: CommandBus,
    private readonly folder: IntakeFolder,
  ) {
    this.id = intakeId(folder.definition.intake);
  }

  private readonly context = () => ({
    commandId: newUuid(),
    actor: 'test-1',
    occurredAt: '2026-03-01T00:00:00.000Z',
  });

  open() {
    return this.commands.execute(new OpenIntake(this.folder.definition, this.context()));
  }

  takeInRegister() {
    const entries = this.folder.register.map((row) => ({
      hprNumber: row.hpr_number!,
      familyName: row.family_name!,
      givenNames: row.given_names!,
      birthDate: row.birth_date || undefined,
      profession: row.profession!,
      authorisedFrom: row.authorised_from || undefined,
      authorisedTo: row.authorised_to || undefined,
    }));
    return this.commands.execute(new TakeInHprRegister(this.id, entries, this.context()));
  }

  takeInApplications(records = this.folder.applications) {
    return this.commands.execute(new TakeInApplications(this.id, records, this.context()));
  }

  takeInAssessments(records = this.folder.assessments) {
    return this.commands.execute(
      new TakeInAssessments(this.id, records as unknown as AssessmentRecord[], this.context()),
    );
  }

  rank() {
    return this.commands.execute(new RunRanking(this.id, this.context()));
  }

  release(round: number) {
    return this.commands.execute(new ReleaseEarmarkedPlaces(this.id, round, this.context()));
  }

  offers(round: number) {
    return this.commands.execute(new MakeRoundOffers(this.id, round, this.context()));
  }

  takeInAnswers(round: number) {
    const records = this.folder.answers as unknown as AnswerRecord[];
    return this.commands.execute(new TakeInAnswers(this.id, round, records, this.context()));
  }

  close(round: number) {
    return this.commands.execute(new CloseRound(this.id, round, this.context()));
  }

  complete() {
    return this.commands.execute(new CompleteIntake(this.id, this.context()));
  }

  /** Every step in order; stops at the first refusal and answers it. */
  async all(): Promise<object> {
    const steps: (() => Promise<object>)[] = [
      () => this.open(),
      () => this.takeInRegister(),
      () => this.takeInApplications(),
      () => this.takeInAssessments(),
      () => this.rank(),
      ...this.folder.definition.rounds.flatMap(({ round }) => [
        () => this.release(round),
        () => this.offers(round),
        () => this.takeInAnswers(round),
        () => this.close(round),
      ]),
      () => this.complete(),
    ];
    let last: object = {};
    for (const step of steps) {
      last = await step();
      if ('rejected' in last) throw new Error(`refused: ${(last.rejected as Rejection).code}`);
    }
    return last;
  }

  async files(app: INestApplicationContext): Promise<RunFiles> {
    const { intake } = this.folder.definition;
    const applications = app.get(ApplicationQueries);
    const offers = await app.get(OfferQueries).ofIntake(intake);
    return {
      rejectedRows: rejectedRowsFile(
        withMessages(
          checkRows(this.folder.applications, this.folder.definition, { acceptSynthetic: true }).rejected,
          rowMessages,
          'nb',
        ),
      ),
      decisions: decisionsFile(await applications.decisions(intake)),
      offers: offersFile(offers.map((offer) => ({ ...offer, outcome: offer.outcome ?? undefined }))),
      classLists: classListsFile(await app.get(PlaceHolderQueries).ofIntake(this.id)),
      waitingLists: waitingListsFile(await applications.waitingLists(intake)),
    };
  }
}

import { ApplicantLinks, type OwnOffer, OwnOffers } from '@kull/admissions';
import { CompleteIntake } from '@kull/admissions/commands/complete-intake';
import { intakeId } from '@kull/admissions/commands/ids';
import { application } from '@kull/admissions/domain/application';
import { OfferQueries, type OfferRow } from '@kull/admissions/read-models/offers.query';
import { EventStore } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { People, type Profile } from '@kull/people';
import { CommandBus } from '@nestjs/cqrs';
import { demonstrationFolder, readIntakeFolder } from '../../libs/admissions/test-model/intake-folder';
import { IntakeThroughCommands } from '../../libs/admissions/test-model/through-commands';
import type { TestApi } from './api';

/** An applicant with an offer, and the link in their letter. */
export interface OfferedPerson {
  readonly offer: OfferRow;
  readonly profile: Profile;
  readonly wishes: readonly string[];
  readonly path: string;
  readonly decisionPath: string;
  /** As it is typed: `15.07.1975`. */
  readonly birthDate: string;
}

/** The intake of the demonstration, as far as a test needs it, with its applicants. */
export class OfferedIntake {
  readonly run: IntakeThroughCommands;

  constructor(private readonly api: TestApi) {
    this.run = new IntakeThroughCommands(api.app.get(CommandBus), readIntakeFolder(demonstrationFolder()));
  }

  /** From the opening to the offers of the first round. */
  async offer(): Promise<void> {
    await this.run.open();
    await this.run.takeInRegister();
    await this.run.takeInApplications();
    await this.run.takeInAssessments();
    await this.run.rank();
    await this.run.offers(1);
  }

  /** To the decisions, which the office makes at that time; nobody answers the rounds named. */
  async complete(at: string, { unanswered = [] }: { readonly unanswered?: readonly number[] } = {}): Promise<void> {
    await this.offer();
    for (const round of [1, 2, 3, 4]) {
      await this.run.release(round);
      await this.run.offers(round);
      if (!unanswered.includes(round)) await this.run.takeInAnswers(round);
      await this.run.close(round);
    }
    const context = { commandId: newUuid(), actor: 'test-1', correlationId: newUuid(), occurredAt: at };
    await this.api.app.get(CommandBus).execute(new CompleteIntake(intakeId('NLP-2026'), context));
  }

  setClock(now: string): Promise<unknown> {
    const { authorization } = this.api;
    const headers = { authorization, 'content-type': 'application/json' };
    return this.api.fastify.inject({ method: 'PUT', url: '/api/v1/clock', headers, payload: JSON.stringify({ now }) });
  }

  /** The first applicant of a round whose offer is like that, among those who read bokmål. */
  async offered(round: number, is: (offer: OwnOffer) => boolean): Promise<OfferedPerson> {
    const { app } = this.api;
    const [offers, own, links] = [app.get(OfferQueries), app.get(OwnOffers), app.get(ApplicantLinks)];
    for (const offer of await offers.ofRound('NLP-2026', round)) {
      if (!is((await own.find(offer.id, offer.replyBy))!)) continue;
      const profile = (await app.get(People).profiles([offer.person])).get(offer.person)!;
      if (profile.language !== 'nb') continue;
      const { state } = await app.get(EventStore).load(application, offer.application);
      const wishes = state.status === 'none' ? [] : state.submitted.facts.wishes;
      const birthDate = profile.birthDate.split('-').reverse().join('.');
      const [path, decisionPath] = [links.pathTo('tilbud', offer.id), links.pathTo('vedtak', offer.application)];
      return { offer, profile, wishes, path, decisionPath, birthDate };
    }
    throw new Error('no offer is like that');
  }
}

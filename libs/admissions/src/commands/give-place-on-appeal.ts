import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { localDateInOslo, type Rejection } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { appeal } from '../domain/appeal';
import { application } from '../domain/application';
import type { ApplicationRejection } from '../domain/application.commands';
import type { ApplicationEvent } from '../domain/application.events';
import { intake } from '../domain/intake';
import type { Quota } from '../domain/quota';
import { AppealedApplications } from './appealed-application';
import { appealId, intakeId } from './ids';

export type GivePlaceOnAppealRejection = ApplicationRejection | Rejection<'APPEAL_UNKNOWN' | 'CLASS_UNKNOWN'>;

/** An upheld appeal leads to a place, outside of the rounds and within all their counts (domain.md 6). */
export class GivePlaceOnAppeal extends Command<Outcome<ApplicationEvent, GivePlaceOnAppealRejection>> {
  constructor(
    readonly applicationId: string,
    readonly place: { readonly class: string; readonly quota: Quota },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GivePlaceOnAppeal)
export class GivePlaceOnAppealHandler implements ICommandHandler<GivePlaceOnAppeal> {
  constructor(
    private readonly events: EventStore,
    private readonly applications: AppealedApplications,
  ) {}

  async execute({
    applicationId,
    place: { class: code, quota },
    context,
  }: GivePlaceOnAppeal): Promise<Outcome<ApplicationEvent, GivePlaceOnAppealRejection>> {
    const [found, { state }] = await Promise.all([
      this.applications.find(applicationId),
      this.events.load(application, applicationId),
    ]);
    if (!found || state.status === 'none') return { rejected: { code: 'APPEAL_UNKNOWN' } };
    const { facts } = state.submitted;
    const [opened, after] = await Promise.all([
      this.events.load(intake, intakeId(found.intake)),
      this.events.load(appeal, appealId(found.intake, found.applicationNo)),
    ]);
    const definition = opened.state.status === 'unopened' ? undefined : opened.state.definition;
    const given = definition?.classes.find((one) => one.code === code);
    if (!definition || !given) return { rejected: { code: 'CLASS_UNKNOWN' } };
    const earmarked = given.earmarkedPhysicianPlaces;
    const place = {
      intake: found.intake,
      applicationNo: found.applicationNo,
      personId: found.personId,
      class: code,
      quota,
      wishNo: facts.wishes.indexOf(code) + 1,
      municipality: facts.municipality,
      quotaPlaces: quota === 'EARMARKED_PHYSICIAN' ? earmarked : given.capacity - earmarked,
      maxPerMunicipality: definition.maxPerMunicipalityPerClass,
      on: localDateInOslo(context.occurredAt),
    };
    const isUpheld = after.state.decisions.some(({ outcome }) => outcome === 'UPHELD');
    const data = { place, isUpheld, by: context.actor, notBy: found.madeBy };
    return this.events.execute(application, applicationId, { type: 'GivePlaceOnAppeal', data }, context);
  }
}

import { type PlaceHolder, PlaceHolders } from '@kull/admissions/contracts';
import { EventStore, type Order } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { JobHandler } from '@kull/messaging';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { programmeClass } from '../domain/class';
import { type ClassPlan, intakeOf } from '../domain/class-plan';
import { type EnrolStudent, enrolment } from '../domain/enrolment';
import { classIdOf, enrolmentIdOf } from '../domain/ids';
import { becauseOf, IntakeClasses } from '../intake-classes';
import { MakeUpSeats } from '../make-up-seats';

/** So many enrolments are under way at a time. */
const ENROLLED_AT_A_TIME = 2_000;

interface ClassPlaces {
  readonly plan: ClassPlan;
  readonly ceiling: number;
}

/** Enrols everybody who holds a place of an intake. Their application number is their student number. */
@Injectable()
@JobHandler('enrol-place-holders')
export class EnrolPlaceHolders implements JobHandler {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly places: PlaceHolders,
    private readonly intakeClasses: IntakeClasses,
    private readonly seats: MakeUpSeats,
  ) {}

  async handle({ intakeId }: Readonly<Record<string, string | number>>): Promise<void> {
    const plans = await this.intakeClasses.plan(String(intakeId));
    const completed = await this.intakeClasses.factOf(String(intakeId), 'IntakeCompleted');
    const context = becauseOf(completed);
    for (const plan of plans) await this.seats.release(classIdOf(plan), context);
    const places = await this.placesIn(plans);
    const holders = await this.places.ofIntake(String(intakeId));
    const orders = holders.map((holder) => {
      const found = places.get(holder.class);
      if (!found) throw new Error(`${holder.applicationNo} holds a place in a class that ${holder.intake} has not`);
      return this.orderFor(holder, found);
    });
    for (let from = 0; from < orders.length; from += ENROLLED_AT_A_TIME) {
      const part = orders.slice(from, from + ENROLLED_AT_A_TIME);
      const outcomes = await this.events.executeEach(part, context);
      const refused = outcomes.findIndex((outcome) => 'rejected' in outcome);
      if (refused >= 0) throw new Error(`${part[refused]!.id} was refused`);
    }
  }

  /** The classes by code, with the most places each has had: capacity may have changed since the intake opened. */
  private async placesIn(plans: readonly ClassPlan[]): Promise<ReadonlyMap<string, ClassPlaces>> {
    const classes = await this.events.loadEach(programmeClass, plans.map(classIdOf));
    return new Map(
      plans.map((plan, i) => {
        const { state } = classes[i]!;
        return [plan.code, { plan, ceiling: state.status === 'unplanned' ? plan.capacity : state.ceiling }] as const;
      }),
    );
  }

  private orderFor(holder: PlaceHolder, { plan, ceiling }: ClassPlaces): Order {
    const classId = classIdOf(plan);
    const id = enrolmentIdOf(classId, holder.applicationNo);
    const data: EnrolStudent['data'] = {
      classId,
      classCode: plan.code,
      programme: plan.programme.code,
      intake: intakeOf(plan),
      personId: holder.personId,
      studentNo: holder.applicationNo,
      participantStatus: holder.verifiedPhysician ? 'PHYSICIAN' : 'OTHER',
      fingerprint: this.people.fingerprint({ intake: holder.intake, applicationNo: holder.applicationNo }),
      capacity: ceiling,
    };
    return {
      decider: enrolment,
      id,
      command: { type: 'EnrolStudent', data },
      commandId: uuidOf('EnrolStudent', id, data.fingerprint),
    };
  }
}

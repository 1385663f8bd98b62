import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { type PlaceHolder, PlaceHolders } from '../contracts';

/** Who holds which place, for other contexts and for `class-lists.csv`. */
@Injectable()
export class PlaceHolderQueries implements PlaceHolders {
  constructor(private readonly events: EventStore) {}

  ofIntake(intakeId: string): Promise<PlaceHolder[]> {
    return this.events.query<PlaceHolder>(
      `select a.intake, a.application_no as "applicationNo", a.person as "personId", a.held_class as class,
              a.held_quota as quota, (a.tier is not null) as "verifiedPhysician"
         from application_v1 a join intake_v1 i on i.code = a.intake
        where i.id = $1 and a.held_class is not null
        order by a.held_class collate "C", a.application_no collate "C"`,
      [intakeId],
    );
  }

  async ofApplication(applicationId: string): Promise<PlaceHolder | undefined> {
    const [row] = await this.events.query<PlaceHolder>(
      `select intake, application_no as "applicationNo", person as "personId", held_class as class,
              held_quota as quota, (tier is not null) as "verifiedPhysician"
         from application_v1 where id = $1 and held_class is not null`,
      [applicationId],
    );
    return row;
  }
}

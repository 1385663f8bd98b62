import { StaffDirectory } from '@kull/people';
import { Injectable } from '@nestjs/common';

/** The names of those who did something, as far as they are members of staff or of a desk; machines keep their id. */
@Injectable()
export class ActorNames {
  constructor(private readonly staff: StaffDirectory) {}

  async of(actors: readonly string[]): Promise<(actor: string) => string> {
    const members = await this.staff.members([...new Set(actors)]);
    return (actor) => members.get(actor)?.name ?? actor;
  }
}

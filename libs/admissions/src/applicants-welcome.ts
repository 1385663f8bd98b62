import type { Newcomers } from '@kull/access';
import { Clock } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { OwnDrafts } from './own-drafts';

/** Somebody new may come in while there is an intake to apply to. */
@Injectable()
export class ApplicantsWelcome implements Newcomers {
  constructor(
    private readonly drafts: OwnDrafts,
    private readonly clock: Clock,
  ) {}

  areWelcome(): Promise<boolean> {
    return this.drafts.isAnyOpen(this.clock.now());
  }
}

import { Injectable } from '@nestjs/common';
import { DeliverableQueries } from '../read-models/deliverable.query';
import type { FeedScope } from './feed-planner';

/** What somebody wants delivered: of all classes and to the one recipient, unless said otherwise. */
export interface Wanted {
  readonly recipientOrgNo?: string;
  readonly classIds?: readonly string[];
}

/**
 * - `NOTHING_TO_DELIVER`: no certificate has been issued for what was asked.
 * - `SEVERAL_FEEDS`: the classes are of several organisers or recipients; a batch is of one feed.
 */
export type ScopeRefusal = 'NOTHING_TO_DELIVER' | 'SEVERAL_FEEDS';

/** Finds the feed and the classes that are meant. */
@Injectable()
export class FeedScopes {
  constructor(private readonly certificates: DeliverableQueries) {}

  async find({ recipientOrgNo, classIds }: Wanted): Promise<FeedScope | ScopeRefusal> {
    const feeds = (await this.certificates.feeds()).flatMap((one) => {
      if (recipientOrgNo !== undefined && one.recipientOrgNumber !== recipientOrgNo) return [];
      const meant = classIds ? one.classIds.filter((classId) => classIds.includes(classId)) : one.classIds;
      return meant.length > 0 ? [{ ...one, classIds: meant }] : [];
    });
    const [only, another] = feeds;
    if (!only) return 'NOTHING_TO_DELIVER';
    return another ? 'SEVERAL_FEEDS' : only;
  }
}

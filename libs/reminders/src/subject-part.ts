import type { Type } from '@nestjs/common';
import type { Subject } from './domain/occasion';
import type { WriteOccasion } from './domain/occasion-text';
import type { OccasionSource } from './occasion-source';

/** All that belongs to one subject: where its occasions come from, which events make some at once, what is said of them. */
export interface SubjectPart {
  readonly subject: Subject;
  /** A provider of the module; one with `fromEvent` (`EventSource`) where `toldAtOnce` names events. */
  readonly source: Type<OccasionSource>;
  readonly toldAtOnce?: readonly string[];
  readonly write: WriteOccasion;
}

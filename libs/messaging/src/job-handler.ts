import { SetMetadata } from '@nestjs/common';
import type { JobHandler as Handles } from './contracts';

export const JOB_HANDLER = 'kull.job-handler';

export interface JobHandlerOptions {
  /** How many of this job one worker process does at the same time. */
  readonly concurrency?: number;
}

export interface JobHandlerMark extends JobHandlerOptions {
  readonly job: string;
}

export interface JobHandler extends Handles {}

/** Marks the provider that does the job of this name. Exactly one provider may. */
export const JobHandler = (job: string, options: JobHandlerOptions = {}): ClassDecorator =>
  SetMetadata(JOB_HANDLER, { job, ...options } satisfies JobHandlerMark);

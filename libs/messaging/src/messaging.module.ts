import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Claims } from './claims';
import type { Reaction } from './contracts';
import { JobRegistry } from './job-registry';
import { JobRunner } from './job-runner';
import { Messaging, REACTIONS } from './messaging';
import { SetAsideWork } from './set-aside-work';
import { WorkReport } from './work-report';

export interface MessagingOptions {
  readonly reactions: readonly Reaction[];
}

/** Gives every context the `WorkReport` and the `SetAsideWork`, and the worker process the `Messaging` that it starts. */
@Module({})
export class MessagingModule {
  static forRoot({ reactions }: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: REACTIONS, useValue: reactions },
        Claims,
        JobRegistry,
        JobRunner,
        Messaging,
        WorkReport,
        SetAsideWork,
      ],
      exports: [Messaging, WorkReport, SetAsideWork],
    };
  }
}

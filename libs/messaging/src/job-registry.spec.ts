import { Injectable, Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import type { Reaction } from './contracts';
import { JobHandler } from './job-handler';
import { JobRegistry } from './job-registry';

@Injectable()
@JobHandler('print', { concurrency: 3 })
class Print {
  async handle(): Promise<void> {}
}

@Injectable()
@JobHandler('print')
class PrintToo extends Print {}

@Injectable()
@JobHandler('Send mail')
class BadName extends Print {}

const reaction = (name: string, ...jobs: string[]): Reaction => ({
  name,
  jobs,
  startsAt: 'beginning',
  handles: [],
  react: () => [],
});

const registryWith = async (...handlers: Type[]): Promise<JobRegistry> => {
  @Module({ imports: [DiscoveryModule], providers: [JobRegistry, ...handlers] })
  class House {}
  return (await Test.createTestingModule({ imports: [House] }).compile()).get(JobRegistry);
};

describe('the register of jobs', () => {
  it('finds the handler of each job that reactions ask for', async () => {
    const registry = await registryWith(Print);
    registry.discover([reaction('a', 'print'), reaction('b')]);
    expect(registry.jobs).toEqual([{ job: 'print', concurrency: 3, handler: expect.any(Print) }]);
    expect(registry.handlerOf('print')).toBeInstanceOf(Print);
  });

  it('refuses a job without a handler, two handlers for one job, a bad name, two reactions of one name', async () => {
    const refuses = async (reactions: Reaction[], ...handlers: Type[]) => {
      const registry = await registryWith(...handlers);
      return expect(() => registry.discover(reactions));
    };
    (await refuses([reaction('a', 'print', 'bind')], Print)).toThrow('No handler for: bind (asked for by a)');
    (await refuses([], Print, PrintToo)).toThrow('Both Print and PrintToo do print');
    (await refuses([], BadName)).toThrow('no name');
    (await refuses([reaction('a'), reaction('a')])).toThrow('Two reactions are called a');
  });
});

import { intakeId } from '@kull/admissions/commands/ids';
import { OpenIntake } from '@kull/admissions/commands/open-intake';
import { TakeInHprRegister } from '@kull/admissions/commands/take-in-hpr-register';
import { newUuid } from '@kull/kernel';
import { People } from '@kull/people';
import { CommandBus } from '@nestjs/cqrs';
import { demonstrationFolder, readIntakeFolder } from '../../libs/admissions/test-model/intake-folder';
import type { TestApi } from './api';

/** The intake of the demonstration on a day in its window, and somebody who may apply to it. */
export class OpenIntakeForms {
  readonly code = 'NLP-2026';
  readonly id = intakeId('NLP-2026');
  readonly definition = readIntakeFolder(demonstrationFolder()).definition;

  constructor(private readonly api: TestApi) {}

  async open(): Promise<void> {
    const commands = this.api.app.get(CommandBus);
    await commands.execute(new OpenIntake(this.definition, this.context()));
    const physician = { hprNumber: '9144900', familyName: 'Nordmann', givenNames: 'Kari', birthDate: '1975-07-15' };
    const entry = { ...physician, profession: 'PHYSICIAN', authorisedFrom: '2005-01-01' };
    await commands.execute(new TakeInHprRegister(this.id, [entry], this.context()));
    await this.setClock('2026-03-22T20:14:00Z');
  }

  setClock(now: string): Promise<unknown> {
    const headers = { authorization: this.api.authorization, 'content-type': 'application/json' };
    return this.api.fastify.inject({ method: 'PUT', url: '/api/v1/clock', headers, payload: JSON.stringify({ now }) });
  }

  /** Somebody born on 15 July 1975, known by name and number only. */
  async person(nationalId: string, familyName = 'Nordmann'): Promise<string> {
    const [id] = await this.api.app
      .get(People)
      .register([
        { nationalId, familyName, givenNames: 'Kari', birthDate: '1975-07-15', asOf: '2026-03-01T10:00:00.000Z' },
      ]);
    return id!;
  }

  private readonly context = () => ({
    commandId: newUuid(),
    actor: 'test-1',
    occurredAt: '2026-03-01T00:00:00.000Z',
  });
}

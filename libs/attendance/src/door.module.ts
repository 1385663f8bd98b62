import { type DynamicModule, Module } from '@nestjs/common';
import { IssueDoorCodeHandler } from './commands/issue-door-code';
import { RevokeDoorCodeHandler } from './commands/revoke-door-code';
import { Door } from './door';
import { DoorKey, loadOrCreateDoorKey } from './door-key';
import { DoorRosters } from './door-rosters';
import { DoorCodeController } from './http/door-code.controller';
import { DoorRosterController } from './http/door-roster.controller';
import { StudentNames } from './student-names';

export interface DoorOptions {
  /** Where the key that signs door codes is kept; made at the first start. */
  readonly keysFolder: string;
}

/** The door and the paper: the ways into the registers that need no screen of ours. */
@Module({})
export class DoorModule {
  static forRoot({ keysFolder }: DoorOptions): DynamicModule {
    return {
      module: DoorModule,
      controllers: [DoorCodeController, DoorRosterController],
      providers: [
        { provide: DoorKey, useFactory: () => loadOrCreateDoorKey(keysFolder) },
        StudentNames,
        Door,
        DoorRosters,
        IssueDoorCodeHandler,
        RevokeDoorCodeHandler,
      ],
    };
  }
}
